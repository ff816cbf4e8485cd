"""What helps somebody who reads a story: kinder words, numbers that need care, reasons to choose from."""

from typing import NamedTuple

from django.conf import settings

from home.frame import frame
from home.models import StyleWord, SuggestionReason
from home.style import Hint, numbers_in, style_hints


class Helps(NamedTuple):
    """What stands beside one part, for its reader alone: never shown to the author, never in the way of a vote."""

    hints: list[Hint]
    numbers: list[str]


class Reader:
    """The lists one story is read with, read once for all its parts: in its language, and the first one's reasons."""

    def __init__(self, draft, language: str):
        words = StyleWord.objects.filter(language=language.split("-", maxsplit=1)[0] if "-" in language else language)
        self.listed = [Hint(word.phrase, word.instead, word.why) for word in words]
        self.reasons = reasons_in(draft.locale.language_code)
        notes = frame().notes
        self.minds_numbers = any(notes[key].minds_numbers for key in draft.notes if key in notes)

    def helps(self, text: str) -> Helps:
        """Return what helps to read one part."""
        return Helps(style_hints(text, self.listed), numbers_in(text) if self.minds_numbers else [])


def reasons_in(language: str) -> list[str]:
    """Return the reasons to choose from in the language its author reads, else in the first one."""
    known = SuggestionReason.objects.filter(locale__language_code__in=[language, settings.LANGUAGE_CODE])
    by_language: dict[str, list[str]] = {}
    for code, text in known.values_list("locale__language_code", "text"):
        by_language.setdefault(code, []).append(text)
    return by_language.get(language) or by_language.get(settings.LANGUAGE_CODE, [])
