"""A complaint about data, and what came of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import OwnWords
from .traps import Traps

LONGEST = 10_000
TOO_LONG = _("This has %(show_value)s characters. Please use %(limit_value)s or fewer. Nothing is lost.")


class ComplaintForm(Traps):
    """What is wrong, and if they like, where to answer."""

    partial = False
    text = OwnWords(
        label=_("What did we do wrong with your data?"),
        help_text=_("Say it in your own words. You don’t need to give your name."),
        longest=LONGEST,
        too_long=TOO_LONG,
        error_messages={"required": _("Write what we did wrong. A few words will do.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    address = forms.EmailField(
        label=_("Where can we answer you? An email address (optional)"),
        required=False,
        help_text=_("Without one we still look into it, but we can’t tell you what we found."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an email address like name@example.com, or leave it empty.")},
    )


class OutcomeOfComplaintForm(forms.Form):
    """What was found and changed."""

    outcome = OwnWords(
        label=_("What did you find, and what did you change?"),
        help_text=_("Tell the person yourself. This is our record."),
        longest=LONGEST,
        too_long=TOO_LONG,
        error_messages={"required": _("Write what you found and what you changed.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
