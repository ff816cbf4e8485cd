"""When somebody new is added: a letter leads them to a password of their own. Nobody else ever knows it."""

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind


def invite(request, person) -> None:
    """Write to whoever was just added in the admin."""
    write_letter_to(person, LetterKind.INVITED)
