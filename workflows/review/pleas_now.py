"""The pleas that wait, each for whom: for a champion's desk, for staff, for the minute. Never a word of a story."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from workflows.people.models import AgeMark
from workflows.people.rules import can_read_as_champion, is_learning
from workflows.safeguarding.frozen import frozen_cases

from .models import Plea, PleaReader
from .pleading import can_be_asked, pass_plea_on
from .promises import WARNING, one_by_one


@dataclass(frozen=True)
class Asked:
    """A part its author would like to keep, as plain values: before one champion, or before staff."""

    pk: UUID
    case: UUID
    due_on: datetime.date
    paused: bool
    near: bool  # the promise is about to break, or has


def parts_to_look_at(person) -> list[Asked]:
    """Return the parts about which a champion is asked if they can stay, the oldest promise first. One query."""
    if is_learning(person):
        return []
    marks = AgeMark.objects.filter(case=OuterRef("case"))
    rows = PleaReader.objects.filter(reader=person, answered_at=None, plea__in=Plea.objects.with_readers())
    rows = rows.annotate(band=Subquery(marks.values("band")[:1]), paused=_is_paused()).select_related("plea")
    return [
        _row(row.pk, row.plea, paused=row.paused)
        for row in rows.defer("line").order_by("plea__due_on", "pk")
        if can_read_as_champion(person, AgeMark(case=row.case, band=row.band) if row.band else None)
    ]


def authors_to_talk_with() -> list[Asked]:
    """Return the parts about which somebody here is to talk with the author, the oldest promise first. One query."""
    return [_row(plea.pk, plea, paused=plea.paused) for plea in Plea.objects.with_staff().annotate(paused=_is_paused())]


def watch_pleas() -> None:
    """Ask staff about each part whose readers are late, or can't answer any more."""
    waiting = Plea.objects.with_readers().prefetch_related("readers__reader__champion")
    one_by_one(
        [plea for plea in waiting if plea.due_on < timezone.localdate() or not _can_be_answered(plea)], pass_plea_on
    )


def _can_be_answered(plea: Plea) -> bool:
    readers = plea.readers.all()
    mark = AgeMark.of(plea.case)
    return bool(readers) and all(row.answered_at or can_be_asked(row.reader, mark, plea.case) for row in readers)


def _is_paused() -> Exists:
    return Exists(frozen_cases().filter(case=OuterRef("case")))


def _row(pk: UUID, plea: Plea, *, paused: bool) -> Asked:
    near = plea.due_on <= timezone.localdate() + WARNING
    return Asked(pk, plea.case, plea.due_on, paused, near)
