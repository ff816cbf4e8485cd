"""A volunteer notes, corrects and removes the time they gave."""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from .confiding import line_of
from .enums import TimeKind
from .models import TimeGiven, User


@transaction.atomic
def note_time(*, person: User, day: datetime.date, kind: TimeKind, minutes: int, note: str = "") -> TimeGiven:
    """Note time given on a day. Readings do so by themselves when the vote is cast, in that same transaction."""
    line = line_of(person)
    return TimeGiven.objects.create(case=line.case, person=person, day=day, kind=kind, minutes=minutes, note=note)


@transaction.atomic
def correct_time(
    *, pk: UUID, person: User, day: datetime.date, kind: TimeKind, minutes: int, note: str = ""
) -> TimeGiven:
    """Put right what was noted. Raises PermissionDenied for another's line, and for one that is gone."""
    given = _own(pk, person)
    given.day, given.kind, given.minutes, given.note = day, kind, minutes, note
    given.save()
    return given


@transaction.atomic
def remove_time(*, pk: UUID, person: User) -> None:
    """Remove what was noted. Raises PermissionDenied for another's line, and for one that is gone."""
    _own(pk, person).delete()


def _own(pk: UUID, person: User) -> TimeGiven:
    given = TimeGiven.objects.select_for_update().filter(pk=pk, person=person).first()
    if given is None:
        raise PermissionDenied
    return given
