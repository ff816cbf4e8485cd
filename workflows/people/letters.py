"""Letters to champions about a story before them: not to those who wish for none, whose desk says it as well."""

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .enums import Cadence
from .models import Champion, User


def write_to_champion(person: User, kind: LetterKind) -> None:
    """Write a letter, unless this champion chose to get none."""
    if not Champion.objects.filter(person=person, letters=Cadence.NEVER).exists():
        write_letter_to(person, kind)
