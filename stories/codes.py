"""The author's code: ten words from our own list, the only way back to a story that has no account."""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.privacy.keyring import load_ring

WORDS_IN_A_CODE = 10
LONGEST_TYPED = 500  # characters; ten words of eight letters with numbers and blanks stay far below
SHORT = 4  # letters that already name a word
LIST = Path(__file__).parent / "words" / "en.txt"
SPELLING_SLIP = 10  # letters: up to here a wrong ending is a slip of one word, beyond it words run together


class UnreadableCode(Exception):
    """What was typed is no code. Its text says which word is wrong, in plain words."""


@cache
def word_list() -> tuple[str, ...]:
    """Return our words in order. The first four letters of each are its alone."""
    return tuple(LIST.read_text().split())


@cache
def _by_start() -> dict[str, str]:
    return {word[:SHORT]: word for word in word_list()}


def new_code() -> str:
    """Return ten random words with a blank between: more than 103 bits."""
    return " ".join(secrets.choice(word_list()) for _i in range(WORDS_IN_A_CODE))


def read_code(text: str) -> str:
    """Return a code as it is stored: ten whole words, a blank between.

    Takes whole words or their first four letters, in any case, with blanks, hyphens, commas, numbers, new lines or
    nothing between. Raises UnreadableCode naming the first word that is not on our list.
    """
    words = read_words(text)
    if len(words) != WORDS_IN_A_CODE:
        message = ngettext(
            "We found %(count)d word. Your code has ten.", "We found %(count)d words. Your code has ten.", len(words)
        )
        raise UnreadableCode(message % {"count": len(words)})
    return " ".join(words)


def read_words(text: str) -> list[str]:
    """Return the listed words of a text, as `read_code` reads them, however many there are."""
    if len(text) > LONGEST_TYPED:
        raise UnreadableCode(_("That is too long for a code. Type only your ten words."))
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")  # soft hyphens, joiners
    plain = unicodedata.normalize("NFKC", seen).casefold()
    return [word for chunk in re.findall(r"[^\W\d_]+", plain) for word in _read_chunk(chunk)]


def _read_chunk(chunk: str) -> list[str]:
    words = _split(chunk)
    if words is None and len(chunk) <= SPELLING_SLIP:
        words = [_by_start()[chunk[:SHORT]]] if chunk[:SHORT] in _by_start() else None
    if words is None:
        raise UnreadableCode(_("“%(word)s” is not one of our words. Check its spelling.") % {"word": chunk[:24]})
    return words


def _split(letters: str) -> list[str] | None:
    """Read words written with nothing between: all by four letters each, else whole words before short ones."""
    fours = [_by_start().get(letters[at : at + SHORT]) for at in range(0, len(letters), SHORT)]
    if len(letters) % SHORT == 0 and all(fours):
        return fours
    readings: dict[int, list[str]] = {len(letters): []}
    for at in range(len(letters) - SHORT, -1, -1):
        word = _by_start().get(letters[at : at + SHORT], "")
        for taken in (word, word[:SHORT]):
            if at not in readings and word and letters.startswith(taken, at) and at + len(taken) in readings:
                readings[at] = [word, *readings[at + len(taken)]]
    return readings.get(0)


def hash_code(code: str) -> str:
    """Return what is stored of a code: a keyed hash that is useless without the ring's pepper."""
    return load_ring().fingerprint("code", code)


def hash_opening(case, words: list[str]) -> str:
    """Return what is stored of a code's first two words. The case is bound in: equal words look different."""
    return load_ring().fingerprint("opening", f"{case}:{' '.join(words[:2])}")
