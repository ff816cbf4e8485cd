"""How a text reads: words that hurt and kinder ones, numbers, long sentences, reading age. Hints; nothing is refused.

Pure functions: whoever asks brings the list of words, so that a page of many parts reads it once.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .concerns import plain, stands

LONG = 25  # words in a sentence; beyond it a tired reader goes back to its beginning
LEAST_WORDS = 30  # a reading age drawn from fewer says nothing
_sentence = re.compile(r"[^.!?…。؟]+[.!?…。؟]*")
_vowels = re.compile(r"[aeiouyàáèéìíòóùú]+")
_unit = r"(?:kg|kcal|calories|stone|st|lbs?|pounds|cm|mg|%)?"
_number = re.compile(rf"(?<![\w:.])\d+(?:[.,]\d+)?(?![\w:])\s?{_unit}(?!\w)", re.IGNORECASE)
_year = re.compile(r"(?:19|20)\d\d")


class Hint(NamedTuple):
    """One word that hurts, as the list names it, with kinder words and why."""

    phrase: str
    instead: str
    why: str


def style_hints(text: str, listed: Iterable[Hint]) -> list[Hint]:
    """Return the listed hints whose phrase stands in a text as whole words, in the order of the list."""
    here = plain(text)
    return [hint for hint in listed if stands(plain(hint.phrase), here)]


def numbers_in(text: str) -> list[str]:
    """Return the numbers in a text as they stand there, years and times of day left out."""
    found = (match.group().strip() for match in _number.finditer(text))
    return [number for number in dict.fromkeys(found) if not _year.fullmatch(number)]


def long_sentences(text: str, most: int = LONG) -> list[str]:
    """Return the sentences of a text with more words than `most`."""
    found = (match.group().strip() for line in text.splitlines() for match in _sentence.finditer(line))
    return [sentence for sentence in found if len(sentence.split()) > most]


def reading_age(text: str) -> int | None:
    """Return the age in years at which a text in English is read with ease, or None for too little of it.

    By Flesch and Kincaid (1975): their school grade, and five years for the years before school.
    """
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    sentences = [part for part in _sentence.findall(text) if re.search(r"\w", part)]
    if len(words) < LEAST_WORDS or not sentences:
        return None
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
    return max(5, round(grade) + 5)


def _syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, a silent e left out."""
    word = word.lower()
    silent = word.endswith("e") and not word.endswith(("le", "ee"))
    return max(1, len(_vowels.findall(word)) - silent)
