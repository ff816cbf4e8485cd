"""What somebody reads who has to wait before the next try."""

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from .tries import MustWait


def please_wait(wait: MustWait) -> ValidationError:
    """Return the sentence, with how long: in seconds to a minute, then in minutes."""
    if wait.seconds <= 60:
        said = ngettext(
            "That was tried many times. Nothing is lost: wait %(count)d second, then try again.",
            "That was tried many times. Nothing is lost: wait %(count)d seconds, then try again.",
            wait.seconds,
        )
        return ValidationError(said % {"count": wait.seconds}, code="wait")
    minutes = -(-wait.seconds // 60)
    said = ngettext(
        "That was tried many times. Nothing is lost: wait %(count)d minute, then try again.",
        "That was tried many times. Nothing is lost: wait %(count)d minutes, then try again.",
        minutes,
    )
    return ValidationError(said % {"count": minutes}, code="wait")
