"""Choosing readers: qualified, not asked before, not taking a break, within their limit; then the fairest."""

import datetime
import hashlib
from uuid import UUID

from django.db.models import Count, Max, Q
from django.utils import timezone

from workflows.people.enums import Hand, Role
from workflows.people.models import AgeMark, User
from workflows.people.rules import can_read_as_champion
from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .enums import HELD, ReadingState
from .hands import apart_from
from .models import Reading, Suggestion

WEEK = datetime.timedelta(days=7)


def offer_readings(case: UUID, needed: int, due_on: datetime.date | None) -> list[Reading]:
    """Offer the case to as many champions as are missing, and write to each. Returns fewer when nobody is free."""
    missing = needed - Reading.objects.held().filter(case=case).count()
    readings = [
        Reading.objects.create(case=case, champion=champion, due_on=due_on)
        for champion in choose_champions(case)[: max(missing, 0)]
    ]
    for reading in readings:
        write_letter_to(reading.champion, LetterKind.READING_OFFERED)
    return readings


def end_readings(case: UUID) -> None:
    """End what is still before somebody: the case needs no reader any more."""
    Reading.objects.held().filter(case=case).update(state=ReadingState.NOT_NEEDED, ended_at=timezone.now())


def let_go_of_the_unqualified(case: UUID) -> None:
    """End readings held by people who may not read the case any more: gone, lapsed, without the mark it needs.

    Their unanswered suggestions go with them. Nothing is asked of them, and they are not asked again.
    """
    mark = AgeMark.of(case)
    for reading in Reading.objects.held().filter(case=case).select_related("champion"):
        if not can_read_as_champion(reading.champion, mark):
            reading.state, reading.ended_at = ReadingState.LAPSED, timezone.now()
            reading.save(update_fields=["state", "ended_at"])
            Suggestion.objects.unanswered().filter(case=case, made_by=reading.champion).delete()


def choose_champions(case: UUID) -> list[User]:
    """Return everyone who may read the case, the fairest choice first: least in hand, then longest unasked.

    Ties fall by a hash of case and person, so that the same question always has the same answer.
    """
    mark, barred = AgeMark.of(case), apart_from(case, Hand.READS)
    week_ago = timezone.now() - WEEK
    people = (
        User.objects.in_role(Role.CHAMPION)
        .filter(champion__paused=False)
        .exclude(readings__case=case)
        .select_related("champion")
        .annotate(
            in_hand=Count("readings", filter=Q(readings__state__in=HELD), distinct=True),
            this_week=Count("readings", filter=Q(readings__offered_at__gte=week_ago), distinct=True),
            asked_last=Max("readings__offered_at"),
        )
    )
    free = [
        person
        for person in people
        if person.pk not in barred
        and person.this_week < person.champion.weekly_limit
        and can_read_as_champion(person, mark)
    ]
    return sorted(free, key=lambda person: _fairness(case, person))


def _fairness(case: UUID, person) -> tuple:
    asked = person.asked_last.timestamp() if person.asked_last else 0.0
    tie = hashlib.sha256(f"{case}:{person.pk}".encode()).hexdigest()
    return (person.in_hand, asked, tie)
