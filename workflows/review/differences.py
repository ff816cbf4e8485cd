"""What differs between two versions of a text, word by word, in a form a person can read."""

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

SAME, GONE, NEW = "same", "gone", "new"
TOO_MANY_PAIRS = 60_000  # beyond it, comparing word by word would keep a reader waiting
STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_mark = r".,;:!?…“”\"()،؛؟"
_words = re.compile(rf"(?:[{_mark}]|[^\s{_mark}]+|^)\s*")


class Piece(NamedTuple):
    """A run of words that stayed, went or came."""

    kind: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Return the pieces that lead from one text to the other: those not gone make up `after`, to the last space.

    One lonely word between two changes counts as changed with them, so that nobody has to puzzle.
    """
    old, new = _words.findall(before), _words.findall(after)
    return _merged(_runs(old, new))


def _runs(old: list[str], new: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """Return (kind, old words, new words) of each run."""
    old_keys, new_keys = [_key(word) for word in old], [_key(word) for word in new]
    counted = Counter(new_keys)
    if sum(counted[key] for key in old_keys) > TOO_MANY_PAIRS:
        return _around_the_change(old, new, old_keys, new_keys)
    steps = SequenceMatcher(a=old_keys, b=new_keys, autojunk=False).get_opcodes()
    last = len(steps) - 1
    return [
        (SAME if tag == "equal" and not _is_lonely(end - start, place, last) else NEW, old[start:end], new[other:stop])
        for place, (tag, start, end, other, stop) in enumerate(steps)
    ]


def _around_the_change(old, new, old_keys, new_keys):
    """Return what both texts begin and end with, and all between as one change."""
    start = _alike(old_keys, new_keys)
    end = _alike(old_keys[start:][::-1], new_keys[start:][::-1])
    olds, news = len(old) - end, len(new) - end
    middle = (NEW, old[start:olds], new[start:news])
    return [(SAME, old[:start], new[:start]), middle, (SAME, old[olds:], new[news:])]


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words two lists begin with alike."""
    return next(
        (n for n, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other))
    )


def _key(word: str) -> str:
    """Return a word without its spaces, its quotes made straight: a phone bends them. A new line after it counts."""
    return word.strip().translate(STRAIGHT) + ("\n" if "\n" in word else "")


def _is_lonely(length: int, place: int, last: int) -> bool:
    return length == 1 and 0 < place < last


def _merged(runs: list[tuple[str, list[str], list[str]]]) -> list[Piece]:
    """Join neighbouring changes, so that what went stands before what came."""
    pieces: list[Piece] = []
    gone = came = ""
    for kind, old, new in [*runs, (SAME, [], [])]:
        if kind == NEW:
            gone, came = gone + "".join(old), came + "".join(new)
            continue
        pieces += [Piece(GONE, gone), Piece(NEW, came), Piece(SAME, "".join(new))]
        gone = came = ""
    return [piece for piece in pieces if piece.text]
