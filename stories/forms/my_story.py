"""What an author writes in their room: a message, a worry."""

from django import forms
from django.utils.translation import gettext_lazy

from .fields import OwnWords

LONGEST_MESSAGE = 5_000
LONGEST_PART = 20_000
TOO_LONG = gettext_lazy("This has %(show_value)s characters. Please use %(limit_value)s or fewer. Nothing is lost.")


class MessageForm(forms.Form):
    """A message to staff."""

    text = OwnWords(
        label=gettext_lazy("Write to our staff"),
        help_text=gettext_lazy("Our staff read it, not the volunteers. It is not read at night."),
        longest=LONGEST_MESSAGE,
        too_long=TOO_LONG,
        error_messages={"required": gettext_lazy("Write your message first.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WorryForm(forms.Form):
    """A worry. Nobody has to say what it is."""

    text = OwnWords(
        label=gettext_lazy("You can say what worries you. You don’t have to."),
        required=False,
        longest=LONGEST_MESSAGE,
        too_long=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
