"""Fields for people's own words: nothing invisible is stored, and nothing typed is lost by a mistake."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

KEPT_CONTROLS = "\n\t"
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})  # controls, joiners and marks of direction, blanks


def plain_text(value: str) -> str:
    """Return text in NFC with new lines as one sign and without control characters."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize(
        "NFC",
        "".join(sign for sign in lines if sign in KEPT_CONTROLS or unicodedata.category(sign) not in ("Cc", "Cs")),
    )


def is_seen(text: str) -> bool:
    """Tell whether a text has one sign that anybody can see."""
    return any(unicodedata.category(sign) not in UNSEEN for sign in text)


class OwnWords(forms.CharField):
    """Text somebody wrote. The length is checked here and never cut off in the browser.

    A NUL cannot be stored: it is refused once with a clear sentence, and the text comes back without it. A text in
    which nobody can see anything is empty.
    """

    default_error_messages = {
        "nul": _("Your text had a hidden character that we can’t keep. We took it out. Check your text and continue."),
    }

    def __init__(self, *, longest: int, too_long, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("dir", "auto")
        self.validators = [MaxLengthValidator(longest, too_long)]

    def to_python(self, value):
        text = plain_text(super().to_python(value)).strip()
        return text if is_seen(text) else ""

    def clean(self, value):
        if "\x00" in (value or ""):
            raise ValidationError(self.error_messages["nul"], code="nul")
        return super().clean(value)

    def bound_data(self, data, initial):
        """Return what the field shows after a mistake: the text without what cannot be stored."""
        return plain_text(data) if isinstance(data, str) else data
