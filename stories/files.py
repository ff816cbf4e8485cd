"""A file somebody chose: what is left of it once it is clean, and the refusal that says why it is not taken."""

from dataclasses import dataclass

from .enums import MediaType


class NotUsable(Exception):
    """A file that can't be taken. `message` says why, for the person who chose it."""

    def __init__(self, message):
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Cleaned:
    """What is kept of a file: bytes made anew, and what they are."""

    content: bytes
    media_type: MediaType
    width: int | None = None  # pixels, of a picture
    height: int | None = None
    seconds: int | None = None  # of a recording
