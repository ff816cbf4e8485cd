"""What is wrong with a page, and what came of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.safeguarding.enums import Wrong

from .complaint import LONGEST, TOO_LONG
from .fields import OwnWords
from .traps import Traps

PAGE_LONGEST = 400


class ReportForm(Traps):
    """Which page, what is wrong with it, and if they like, more words and where to answer."""

    partial = False
    page = forms.CharField(required=False, max_length=PAGE_LONGEST, widget=forms.HiddenInput)
    wrong = forms.ChoiceField(
        label=_("What is wrong with this page?"),
        choices=Wrong.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong. “Something else” is fine.")},
    )
    text = OwnWords(
        label=_("Tell us more (optional)"),
        help_text=_("A few words are enough. Please don’t write your ten words here."),
        longest=LONGEST,
        too_long=TOO_LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    address = forms.EmailField(
        label=_("Where can we answer you? An email address (optional)"),
        help_text=_("Only our safeguarding staff see it. Without one we still look at the page."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an email address like name@example.com, or leave it empty.")},
    )

    def clean_page(self):
        """Return a path of ours, or nothing: where somebody came from elsewhere is not our business."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") else ""


class OutcomeOfReportForm(forms.Form):
    """What was found and done."""

    outcome = OwnWords(
        label=_("What did you find, and what did you do?"),
        help_text=_("Only safeguarding reads this. If they gave an address, they hear that a person has read it."),
        longest=LONGEST,
        too_long=TOO_LONG,
        error_messages={"required": _("Write what you found and what you did.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
