"""What a volunteer says about time they gave."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.people.enums import TimeKind
from workflows.people.hours import A_DAY

LONGEST_NOTE = 120
A_NUMBER = _("Use whole numbers, like 1 and 30.")
WRONG_NUMBER = dict.fromkeys(("invalid", "min_value", "max_value"), A_NUMBER)


class TimeForm(forms.Form):
    """A day, what it was, how long."""

    day = forms.DateField(
        label=_("Which day?"),
        error_messages=dict.fromkeys(("required", "invalid"), _("Write the day.")),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=TimeKind.choices,
        error_messages={"required": _("Choose what it was.")},
        widget=forms.RadioSelect,
    )
    hours = forms.IntegerField(label=_("Hours"), required=False, min_value=0, max_value=24, error_messages=WRONG_NUMBER)
    minutes = forms.IntegerField(
        label=_("Minutes"), required=False, min_value=0, max_value=59, error_messages=WRONG_NUMBER
    )
    note = forms.CharField(
        label=_("A note for yourself (optional)"),
        help_text=_("Only you see it. Please name no story and nobody in it."),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def clean_day(self):
        """Refuse a day that has not come."""
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise ValidationError(_("That day has not come yet."))
        return day

    def clean(self):
        """Ask for some time, and no more than a day holds."""
        data = super().clean()
        if not self.errors and not 1 <= self._minutes() <= A_DAY:
            self.add_error("hours", _("Write how long it was: between one minute and 24 hours."))
        return data

    def given(self) -> dict:
        """Return what was said as the actions take it."""
        data = self.cleaned_data
        return {"day": data["day"], "kind": data["kind"], "minutes": self._minutes(), "note": data["note"]}

    def _minutes(self) -> int:
        return (self.cleaned_data.get("hours") or 0) * 60 + (self.cleaned_data.get("minutes") or 0)
