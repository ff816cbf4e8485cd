"""Two traps for machines, and none for people: a field nobody sees and a form nobody fills in three seconds."""

import time

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LEAST_SECONDS = 3
SALT = "stories.began"


def stamp() -> str:
    """Return the signed time at which a form was first shown."""
    return signing.dumps(int(time.time()), salt=SALT)


def seconds_since(began: str) -> float:
    """Return how long ago a form was first shown; nothing at all for a stamp that is not ours."""
    try:
        return time.time() - signing.loads(began, salt=SALT)
    except (signing.BadSignature, TypeError):
        return 0


class _Emptied(forms.CharField):
    def bound_data(self, data, initial):
        """Return nothing: whatever filled the field in, the next try is a person's."""
        return ""


class _Began(forms.CharField):
    def bound_data(self, data, initial):
        """Return the stamp that came, or a new one where it is not ours."""
        return data if seconds_since(data or "") else stamp()


class Traps(forms.Form):
    """A form with both traps. Whoever falls in reads why, and nothing they typed is lost."""

    website = _Emptied(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    began = _Began(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.initial["began"] = stamp()

    def clean(self):
        if self.cleaned_data.get("website"):
            raise ValidationError(
                _(
                    "Something filled in a part of this page that people don’t see. "
                    "We emptied it. Please continue again."
                )
            )
        if self._is_first_try() and seconds_since(self.cleaned_data.get("began", "")) < LEAST_SECONDS:
            raise ValidationError(
                _("That was very quick, so we stopped to check. Nothing is lost. Please continue again.")
            )
        return super().clean()

    def _is_first_try(self) -> bool:
        return not (self.partial or self.errors or self.initial.get("words"))
