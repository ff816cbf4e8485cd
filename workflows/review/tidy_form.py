"""Every part of a story in a box of its own, for putting its spelling right in one go."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .enums import BYLINE, HEADLINE
from .forms import LONGEST_PART

NAMES = {HEADLINE: gettext_lazy("Title"), BYLINE: gettext_lazy("Name on the page")}


class TidyForm(forms.Form):
    """One field for each part, by its name; paragraphs are numbered."""

    prefix = "tidy"

    def __init__(self, *args, parts, offered, language: str, **kwargs):
        super().__init__(*args, **kwargs)
        number = 0
        for key, text in parts:
            number += key not in NAMES
            label = NAMES.get(key) or _("Paragraph %(number)s") % {"number": number}
            small = key in NAMES
            attrs = {"spellcheck": "true", "lang": language, "dir": "auto"}
            self.fields[key] = forms.CharField(
                label=label,
                initial=offered.get(key, text),
                max_length=max(LONGEST_PART, 2 * len(text)),
                error_messages={"required": _("Spelling leaves every part in place. Please put the words back.")},
                widget=forms.TextInput(attrs=attrs) if small else forms.Textarea(attrs=attrs | {"rows": rows(text)}),
            )

    def refuse(self, parts):
        """Put beside each part why it can't be sent."""
        for key, message in parts.items():
            self.add_error(key, message)

    def texts(self) -> dict[str, str]:
        """Return the text of each part, its line ends as stories have them."""
        return {key: text.replace("\r\n", "\n") for key, text in self.cleaned_data.items()}


def from_typed(typed) -> dict[str, str]:
    """Return, by part, what was kept of this form."""
    return {name.removeprefix(f"{TidyForm.prefix}-"): text for name, text in typed.items()}


def rows(text: str) -> int:
    """Return how many lines a box needs on a phone to show a text, at most twenty."""
    return min(20, 2 + len(text) // 40)
