"""Reminding readers: once at half time, once a day before; and time given back after a pause. Part of the actions."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workflows.people.letters import write_to_champion
from workflows.privacy.enums import LetterKind
from workflows.safeguarding.frozen import frozen_cases

from .cases import step_of
from .models import Reading
from .promises import one_by_one
from .steps import ChampionReviewTask

DAY = datetime.timedelta(days=1)


def remind_readers() -> None:
    """Write to whoever has a story before them: at half time, and a day before its last day. Not while it is paused."""
    today = timezone.localdate()
    held = Reading.objects.held().filter(reminded__lt=2).exclude(case__in=frozen_cases())
    due = [reading.pk for reading in held if reading.reminded < reminders_due(reading, today)]
    one_by_one(due, _remind)


def reminders_due(reading: Reading, today: datetime.date) -> int:
    """Return how many reminders a reader should have had by now; none once it is late, for others are asked then."""
    if today > reading.due_on:
        return 0
    if today >= reading.due_on - DAY:
        return 2
    begun = timezone.localdate(reading.offered_at)
    return 1 if today >= begun + (reading.due_on - begun) / 2 else 0


def give_time_back(case: UUID) -> None:
    """Give readers their full days again when a pause ends: it was not theirs."""
    step = step_of(case)
    if step and isinstance(step.task.specific, ChampionReviewTask):
        due_on = timezone.localdate() + step.task.specific.days_each * DAY
        Reading.objects.held().filter(case=case).update(due_on=due_on, offered_at=timezone.now(), reminded=0)


@transaction.atomic(durable=True)
def _remind(pk: UUID) -> None:
    reading = Reading.objects.select_for_update(of=("self",)).select_related("champion").get(pk=pk)
    due = reminders_due(reading, timezone.localdate())
    if reading in Reading.objects.held() and reading.reminded < due:
        reading.reminded = due
        reading.save(update_fields=["reminded"])
        write_to_champion(reading.champion, LetterKind.READING_REMINDER)
