"""The kept steps of sharing by name, each with its form; “help me write it” is a way into the words."""

from .adult import AdultForm
from .consent import ConsentForm
from .contact import ContactForm
from .helper import HelperForm
from .words import NameForm, WordsForm

FORMS = {"words": WordsForm, "name": NameForm, "contact": ContactForm, "adult": AdultForm, "consent": ConsentForm}
ASIDES = {"help": HelperForm}
