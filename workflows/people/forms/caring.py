"""What volunteers tell us when a reading was a lot: words to the team, a number to call, how long to rest."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE, LONGEST_NUMBER, LONGEST_TIMES = 4_000, 40, 200
LEAST_DIGITS = 5
TOO_LONG = _("This has %(show_value)s characters. Please use %(limit_value)s or fewer. Nothing is lost.")


class LineForm(forms.Form):
    """One message on a private line, from either side."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        error_messages={"required": _("Write a few words first."), "max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )


class CallForm(forms.Form):
    """Where to call, and when."""

    phone = forms.CharField(
        label=_("Your phone number"),
        help_text=_("Only the volunteer team sees it. It is deleted once we have called."),
        max_length=LONGEST_NUMBER,
        error_messages={"required": _("Write the number we can call."), "max_length": TOO_LONG},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    times = forms.CharField(
        label=_("When is a good time? (optional)"),
        help_text=_("For example: after work, or Saturday morning."),
        required=False,
        max_length=LONGEST_TIMES,
        error_messages={"max_length": TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def clean_phone(self):
        """Ask for a number that has digits in it."""
        phone = self.cleaned_data["phone"]
        if sum(sign.isdigit() for sign in phone) < LEAST_DIGITS:
            raise forms.ValidationError(_("Write the number with all its digits, as in 07700 900123."))
        return phone


class BreakForm(forms.Form):
    """How long a break lasts that ends by itself."""

    weeks = forms.TypedChoiceField(
        label=_("How long?"),
        coerce=int,
        choices=[(1, _("One week")), (2, _("Two weeks")), (4, _("Four weeks"))],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how long your break is.")),
        widget=forms.RadioSelect,
    )
