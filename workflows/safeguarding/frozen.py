"""The question that everything asks before it moves: is this case frozen?"""

from uuid import UUID

from django.db.models import QuerySet

from .models import Concern


def is_frozen(case: UUID) -> bool:
    """Tell whether any concern about this case is open."""
    return Concern.objects.open().filter(case=case).exists()


def frozen_cases() -> QuerySet:
    """Return the frozen cases' keys, for a subquery."""
    return Concern.objects.open().values("case")
