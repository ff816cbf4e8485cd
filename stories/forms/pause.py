"""Pausing new stories: until when, and a line for those who come meanwhile."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

LONGEST = datetime.timedelta(days=92)


class PauseForm(forms.Form):
    """A pause always has an end: it ends by itself on that day."""

    reopens_on = forms.DateField(
        label=_("From which day on do you take new stories again?"),
        help_text=_("The pause ends by itself on this day. You can open sooner."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Choose a day."), "invalid": _("Write a day like 2026-12-31.")},
    )
    message = forms.CharField(
        label=_("A line for those who come (optional)"),
        help_text=_("Everybody can read it. For example: We are moving to another office."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def clean_reopens_on(self):
        """Refuse a day that has come, and one so far off that nobody would remember."""
        day, today = self.cleaned_data["reopens_on"], timezone.localdate()
        if day <= today:
            raise ValidationError(now_("Choose a day after today."))
        if day > today + LONGEST:
            raise ValidationError(now_("Choose a day within three months. You can pause again then."))
        return day
