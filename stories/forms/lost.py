"""“I've lost my ten words”, and what staff write about it."""

import re
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.models import StoryPage
from stories.submission import Submission

from .fields import OwnWords
from .intake import LONGEST, IntakeForm
from .talking import TOO_LONG
from .traps import Traps

UUID_IN_IT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class LostForm(Traps):
    """What somebody remembers, and how we can reach them safely."""

    partial = False
    remembered = OwnWords(
        label=_("What do you remember of your story?"),
        help_text=_("For example its title, a sentence, when you sent it, or the address of its page."),
        longest=5_000,
        too_long=TOO_LONG,
        error_messages={"required": _("Write what you remember. A few words are enough.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    reach = OwnWords(
        label=_("How can we reach you safely?"),
        help_text=_("A phone number or an email address. Choose one that nobody else reads."),
        longest=200,
        too_long=TOO_LONG,
        error_messages={"required": _("Write how we can reach you, so that we can answer.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    times = OwnWords(
        label=_("When is a good time? (optional)"),
        required=False,
        longest=200,
        too_long=TOO_LONG,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class FoundForm(IntakeForm):
    """Which story a claim is about."""

    name = "found"
    address = forms.CharField(
        label=_("The address of its page, or of its page in the intake"),
        help_text=_("It goes out of sight at once. Being plausible is enough: proof comes later."),
        error_messages={"required": _("Write the address first.")},
        max_length=300,
    )

    def clean_address(self) -> uuid.UUID:
        """Return the case behind an address."""
        address = self.cleaned_data["address"].strip().lower()
        named = UUID_IN_IT.search(address)
        if named:
            case = Submission.objects.filter(case=named.group()).values_list("case", flat=True).first()
        else:
            slug = address.rstrip("/").rsplit("/", 1)[-1]
            case = StoryPage.objects.filter(slug=slug).values_list("translation_key", flat=True).first()
        if case is None:
            raise forms.ValidationError(_("We found no story at this address. Check it, letter by letter."))
        return case


class ProofForm(IntakeForm):
    """How staff came to be sure."""

    name = "proof"
    how = forms.CharField(
        label=_("How did you come to be sure?"),
        help_text=_("For example: they told parts that are not on the page, and answered from the number on file."),
        error_messages={"required": _("Please write something here first.")},
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
