"""An author's own changes: the title, the name on the page and each part of the story, as they stand."""

import hashlib
import json

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.review.enums import BYLINE, HEADLINE

from .answers import LONGEST
from .fields import OwnWords
from .my_story import LONGEST_PART, TOO_LONG

LINES = (BYLINE, HEADLINE)


class ChangeForm(forms.Form):
    """Every part with the author's words in it. `shown` says which words were on the screen.

    The fields' names begin like those of answers, so that what was typed is given back when a session ends.
    """

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, words: dict[str, str], again: bool = False):
        self.words = words
        self.now = hashlib.sha256(json.dumps(list(words.items())).encode()).hexdigest()
        if again:
            data = data.dict() | {"shown": self.now}
        super().__init__(data, initial={"shown": self.now})
        number = 0
        for part, text in words.items():
            number += part not in LINES
            self.fields[f"words-{part}"] = _field(part, text, number)

    @property
    def is_stale(self) -> bool:
        """Tell whether the page this came from showed other words than there are now."""
        return self.data.get("shown") != self.now

    def clean(self):
        """Ask for a title, and for some words at all."""
        data = super().clean()
        texts = self.texts()
        if not texts.get(HEADLINE) and f"words-{HEADLINE}" not in self.errors:
            self.add_error(f"words-{HEADLINE}", _("Your page needs a title. Please write one."))
        if not self.errors and not any(text for part, text in texts.items() if part not in LINES):
            self.add_error(None, _("Your page would be empty. Leave at least one part, or take your story back."))
        return data

    def texts(self) -> dict[str, str]:
        """Return the text of each part as typed; a part that was not sent stays as it is."""
        found = {}
        for part, text in self.words.items():
            name = f"words-{part}"
            if name in self.data:
                typed = self.cleaned_data.get(name, "").strip()
                found[part] = " ".join(typed.split()) if part in LINES else typed
            else:
                found[part] = text
        return found


def _field(part: str, text: str, number: int) -> OwnWords:
    labels = {HEADLINE: gettext_lazy("Title"), BYLINE: gettext_lazy("Name on the page (leave it empty for no name)")}
    return OwnWords(
        label=labels.get(part) or _("Part %(number)s") % {"number": number},
        required=False,
        longest=LONGEST.get(part, LONGEST_PART),
        too_long=TOO_LONG,
        initial=text,
        widget=forms.TextInput() if part in LINES else forms.Textarea(attrs={"rows": 6}),
    )
