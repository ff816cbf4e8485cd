"""What every reader of recordings leans on: a result, refusals, and a limit on how many pieces it looks at."""

from typing import NamedTuple

MOST_PARTS = 250_000  # ten minutes have at most 240,000 of the shortest there are


class Sound(NamedTuple):
    """A recording without anything but its sound, and its length in seconds."""

    content: bytes
    seconds: float


class Damaged(ValueError):
    """What is read ends too early or contradicts itself."""


class Foreign(ValueError):
    """A known container with something else inside: a film, a sound no browser plays."""


def need(condition) -> None:
    """Raise Damaged unless the condition holds."""
    if not condition:
        raise Damaged
