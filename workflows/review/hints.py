"""What helps somebody who reads a story, beside each part: kinder words, and numbers that need care."""

from typing import NamedTuple

from home.frame import frame
from home.lists import kinder_words
from home.style import Hint, numbers_in, style_hints


class Helps(NamedTuple):
    """What stands beside one part, for its reader alone: never shown to the author, never in the way of a vote."""

    hints: list[Hint]
    numbers: list[str]


class Reader:
    """The lists one story is read with, the same for all its parts."""

    def __init__(self, draft, language: str):
        self.listed = kinder_words(language)
        notes = frame().notes
        self.minds_numbers = any(notes[key].minds_numbers for key in draft.notes if key in notes)

    def helps(self, text: str) -> Helps:
        """Return what helps to read one part."""
        return Helps(style_hints(text, self.listed), numbers_in(text) if self.minds_numbers else [])
