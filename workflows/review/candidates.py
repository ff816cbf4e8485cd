"""What is known of everyone who might read a story: as many queries for one champion as for many."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from workflows.people.enums import Hand, Role, Training
from workflows.people.models import Qualification, SubjectsToAvoid, User
from workflows.privacy.casekeys import keys_held, warm_keys
from workflows.privacy.models import AccessLog

from .enums import HELD
from .hands import apart_from
from .models import Reading

WEEK = datetime.timedelta(days=7)
AS_READER = ("reading", "own words")  # whoever opened anything else of a case has met it in another room


@dataclass(frozen=True)
class Candidate:
    """One champion and one story, as plain values. `asked_before` is when they were last asked for any."""

    pk: int
    first_name: str
    last_name: str
    email: str
    learning: bool
    paused: bool
    limit: int
    languages: tuple[str, ...]
    trained: bool
    pvg: bool
    works_here: bool
    met: bool  # has met the case in another room, or done there what keeps them from reading it
    had: bool  # was asked for this very story
    in_hand: int
    this_week: int
    asked_before: datetime.datetime | None
    avoids: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email


def candidates(case: UUID, subjects: frozenset[str]) -> list[Candidate]:
    """Return every champion with what decides whether they may be asked. As many queries for one as for many."""
    rows = list(_people(case))
    avoided = _avoided([row["pk"] for row in rows]) if subjects else {}
    barred = apart_from(case, Hand.READS)
    found = []
    for row in rows:
        languages = tuple(row.pop("chosen") or ()) or (row.pop("language"),)
        row.pop("language", None)
        row["met"] = row["met"] or row["pk"] in barred
        found.append(Candidate(**row, languages=languages, avoids=avoided.get(row["pk"], frozenset()) & subjects))
    return found


def _people(case: UUID) -> QuerySet:
    person = OuterRef("pk")
    own = Reading.objects.filter(champion=person).order_by()
    in_hand, this_week = own.filter(state__in=HELD), own.filter(offered_at__gte=timezone.now() - WEEK)
    marks = Qualification.objects.filter(person=person, valid_until__gte=timezone.localdate())
    staff = User.groups.through.objects.filter(user=person, group__name__in=[Role.SAFEGUARDING, Role.EDITOR])
    opened = AccessLog.objects.filter(case=case, person=person).exclude(what__in=AS_READER)
    return (
        User.objects.in_role(Role.CHAMPION)
        .filter(champion__isnull=False)
        .values("pk", "first_name", "last_name", "email", "language")
        .annotate(
            learning=F("champion__learning"),
            paused=F("champion__paused"),
            limit=F("champion__weekly_limit"),
            chosen=F("champion__languages"),
            trained=Exists(marks.filter(kind=Training.CHAMPION)),
            pvg=Exists(marks.filter(kind=Training.PVG)),
            works_here=Exists(staff),
            met=Exists(opened),
            had=Exists(own.filter(case=case)),
            in_hand=_count(in_hand),
            this_week=_count(this_week),
            asked_before=Subquery(own.order_by("-offered_at").values("offered_at")[:1]),
        )
        .order_by("pk")
    )


def _count(readings: QuerySet) -> Coalesce:
    return Coalesce(Subquery(readings.values("champion").annotate(n=Count("pk")).values("n")), 0)


def _avoided(people: list[int]) -> dict[int, frozenset[str]]:
    with keys_held():
        rows = list(SubjectsToAvoid.objects.filter(person__in=people))
        warm_keys(row.case for row in rows)
        return {row.person_id: frozenset(row.subjects["keys"]) for row in rows}
