"""What champions choose for themselves: how often we write, and how their name may appear."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.people.enums import Cadence, ShownAs
from workflows.people.models import Champion

A_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*\.?")  # letters of any script, parted by one sign or two


class LettersForm(forms.Form):
    """How often somebody hears from us."""

    letters = forms.ChoiceField(
        label=_("How often may we write to you?"),
        choices=Cadence.choices,
        error_messages={"required": _("Choose how often we may write.")},
        widget=forms.RadioSelect,
    )


class NameForm(forms.Form):
    """How somebody's name may stand under stories they read."""

    shown_as = forms.ChoiceField(
        label=_("May your name appear?"),
        choices=ShownAs.choices,
        error_messages={"required": _("Choose one of the three.")},
        widget=forms.RadioSelect,
    )
    made_up_name = forms.CharField(
        label=_("Your made-up name (only if you chose one)"),
        required=False,
        max_length=Champion._meta.get_field("made_up_name").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def clean_made_up_name(self):
        """Take letters of any language; a number, a link or a sign is no name."""
        name = self.cleaned_data["made_up_name"]
        if name and not A_NAME.fullmatch(name):
            raise forms.ValidationError(_("Use letters only, like Robin or Mary-Ann."))
        return name

    def clean(self):
        """Ask for the made-up name where one was chosen."""
        data = super().clean()
        is_missing = not data.get("made_up_name") and "made_up_name" not in self.errors
        if data.get("shown_as") == ShownAs.MADE_UP and is_missing:
            self.add_error("made_up_name", _("Write the name you would like."))
        return data
