"""The kept steps of sharing by name, each with its form."""

from .adult import AdultForm
from .consent import ConsentForm
from .contact import ContactForm
from .words import NameForm, WordsForm

FORMS = {"words": WordsForm, "name": NameForm, "contact": ContactForm, "adult": AdultForm, "consent": ConsentForm}
