"""Of the actions layer: opening the worries about a case, and writing in their record."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.people.models import User
from workflows.privacy.models import AccessLog

from .entries import ConcernEntry
from .errors import Unread
from .models import Concern
from .rules import can_see_concerns


def open_record(*, case: UUID, person: User) -> tuple[list[Concern], list[ConcernEntry]]:
    """Return the worries about a case and the entries in their record, the oldest first, for safeguarding to read.

    In order: who opened it is logged, and each open worry is marked as opened: its second contact is told no more.
    Raises PermissionDenied for anyone else.
    """
    if not can_see_concerns(person):
        raise PermissionDenied
    concerns = list(Concern.objects.filter(case=case).select_related("person", "closed_by").order_by("raised_at", "pk"))
    with transaction.atomic():
        AccessLog.objects.create(case=case, person=person, what="concern")
        if any(one.closed_at is None and one.opened_at is None for one in concerns):  # each write renews every page
            Concern.objects.open().filter(case=case, opened_at=None).update(opened_at=timezone.now())
    return concerns, list(ConcernEntry.objects.filter(case=case).select_related("person"))


def add_entry(*, case: UUID, person: User, key: UUID, answers: dict, seen: int) -> ConcernEntry:
    """Add an entry to the record of a case. The same form twice (`key`) is one entry.

    Raises PermissionDenied outside safeguarding, Concern.DoesNotExist where there was never a worry, and Unread when
    the record has more than the `seen` rows that were on the screen.
    """
    if not can_see_concerns(person):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        lock_record(case)
        again = ConcernEntry.objects.filter(pk=key, case=case, person=person).first()
        if again:
            return again
        if length_of(case) > seen:
            raise Unread
        return ConcernEntry.objects.create(id=key, case=case, person=person, answers=answers)


def lock_record(case: UUID) -> None:
    """Keep others from writing about this case until the transaction ends. Raises Concern.DoesNotExist."""
    locked = Concern.objects.select_for_update().filter(case=case).order_by("raised_at", "pk").values_list("pk")
    if not list(locked):
        raise Concern.DoesNotExist


def length_of(case: UUID) -> int:
    """Return how many rows the record of a case has: its worries and its entries."""
    return Concern.objects.filter(case=case).count() + ConcernEntry.objects.filter(case=case).count()
