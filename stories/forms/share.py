"""The kept steps of sharing by name, each with its form."""

from .consent import ConsentForm
from .contact import AdultForm, ContactForm
from .words import NameForm, WordsForm

FORMS = {"words": WordsForm, "name": NameForm, "contact": ContactForm, "adult": AdultForm, "consent": ConsentForm}
