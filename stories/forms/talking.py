"""What an author who wants to talk to a person tells us: a number, good times, whether a message is safe."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import OwnWords

LONGEST_NUMBER, LONGEST_TIMES = 40, 200
TOO_LONG = _("This has %(show_value)s characters. Please use %(limit_value)s or fewer. Nothing is lost.")


class CallForm(forms.Form):
    """Where to call, when, and whether to leave a message. Nothing is chosen in advance."""

    number = OwnWords(
        label=_("Your phone number"),
        help_text=_("Only our safeguarding staff can see it, and each time is written down."),
        longest=LONGEST_NUMBER,
        too_long=TOO_LONG,
        error_messages={"required": _("Write the number we can call.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    times = OwnWords(
        label=_("When is a good time? (optional)"),
        help_text=_("For example: after school, or Saturday morning."),
        required=False,
        longest=LONGEST_TIMES,
        too_long=TOO_LONG,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    message = forms.ChoiceField(
        label=_("If you don’t pick up, is it safe to leave a message?"),
        error_messages={"required": _("Choose yes or no. Somebody else may listen to it.")},
        choices=[("yes", _("Yes")), ("no", _("No, please don’t"))],
        widget=forms.RadioSelect,
    )

    def clean_number(self):
        """Ask for a number that has digits in it."""
        number = self.cleaned_data["number"].strip()
        if sum(sign.isdigit() for sign in number) < 5:
            raise forms.ValidationError(_("Write the number with all its digits, as in 07700 900123."))
        return number
