"""Days on which an author does not want their page to come out."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = datetime.timedelta(days=366)
DATE = forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d")
WRONG = _("Write the day as in 2027-03-24.")


class DaysForm(forms.Form):
    """One day, or the first and the last of several."""

    first = forms.DateField(
        label=_("Which day?"),
        help_text=_("For example a birthday, or the first day of exams. You don’t have to say why."),
        error_messages={"required": _("Write a day first."), "invalid": WRONG},
        widget=DATE,
    )
    last = forms.DateField(
        label=_("Until which day? (only if it is more than one)"),
        required=False,
        error_messages={"invalid": WRONG},
        widget=DATE,
    )

    def clean(self):
        """Refuse what is over, what ends before it begins, and more than a year; a single day is its own last."""
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if first and "last" not in self.errors:
            data["last"] = last = last or first
            if last < first:
                self.add_error("last", _("The last day must not be before the first."))
            elif last < timezone.localdate():
                self.add_error("first", _("That day is over. Write one that is still to come."))
            elif last - first > LONGEST:
                self.add_error("last", _("That is more than a year. You can say “Not yet” to your page instead."))
        return data
