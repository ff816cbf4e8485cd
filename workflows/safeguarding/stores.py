"""What safeguarding holds of a case: its concerns. They go only with an erasure, which waits until none is open."""

from uuid import UUID

from workflows.privacy.registry import register

from .models import Concern


def forget_concerns(case: UUID) -> None:
    """Delete every concern about the case."""
    Concern.objects.filter(case=case).delete()


register("safeguarding.Concern", "*", forget_concerns)
