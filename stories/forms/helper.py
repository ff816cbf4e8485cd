"""“Help me write it”: gentle questions, each optional, whose answers become the first paragraphs of a story."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import OwnWords
from .step import StepForm
from .words import STORY_LONGEST, TOO_LONG


def _answer(label, hint=""):
    return OwnWords(
        label=label,
        help_text=hint,
        required=False,
        longest=STORY_LONGEST,
        too_long=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class HelperForm(StepForm):
    """Five questions. What was written before stays, and the answers come after it, in this order."""

    before = _answer(_("What was going on?"), _("Where you were in life. No names of people or schools."))
    felt = _answer(_("How did it feel?"), _("In your body, in your head, with other people."))
    others = _answer(_("What did somebody say or do?"), _("It may have been kind, or unkind, or nothing at all."))
    helped = _answer(_("What helped, even a little?"))
    say = _answer(_("What would you like people to know?"))

    def clean(self):
        if not self.errors and len(self._words()) > STORY_LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return self.cleaned_data

    def answers(self):
        return {"words": self._words()}

    def _words(self) -> str:
        parts = [self.submission.words, *(self.cleaned_data[name] for name in self.fields)]
        return "\n\n".join(part.strip() for part in parts if part.strip())
