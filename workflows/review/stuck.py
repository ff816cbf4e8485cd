"""Readings that do not go on by themselves: two said "not now", no qualified reader is free, or one is overdue."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page, TaskState

from workflows.safeguarding.frozen import frozen_cases

from .enums import HELD, YES, Verdict
from .models import ChampionReviewTask, Reading, StepState


@dataclass(frozen=True)
class Stuck:
    """A case that waits for staff, and for which reason. Why a reader gave it back is told to no one."""

    case: UUID
    due_on: datetime.date
    not_now: bool
    overdue: bool  # a reader is late; with neither, nobody is free
    paused: bool


def stuck_cases() -> list[Stuck]:
    """Return the cases that staff have to decide on or find a reader for, the oldest promise first. Three queries."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    steps = list(running.select_related("workflow_state").order_by("due_on"))
    pages = _pages(step.workflow_state.object_id for step in steps)
    readings = _readings(page.translation_key for page in pages.values())
    found = []
    for step in steps:
        page = pages[step.workflow_state.object_id]
        mine = [reading for reading in readings if reading.case == page.translation_key]
        not_now = _against(mine, step.started_at) >= step.readings
        lacking = step.readings > _for_or_held(mine, step.started_at)
        overdue = any(reading.state in HELD and reading.due_on < timezone.localdate() for reading in mine)
        if not_now or lacking or overdue:
            found.append(Stuck(page.translation_key, step.due_on, not_now, overdue and not lacking, page.paused))
    return found


def _pages(keys) -> dict[str, Page]:
    paused = Exists(frozen_cases().filter(case=OuterRef("translation_key")))
    return {str(page.pk): page for page in Page.objects.filter(pk__in=list(keys)).annotate(paused=paused)}


def _readings(cases) -> list[Reading]:
    return list(Reading.objects.counted().filter(case__in=list(cases)).select_related("vote"))


def _against(readings, since) -> int:
    return sum(_verdict(reading, since) == Verdict.NOT_NOW for reading in readings)


def _for_or_held(readings, since) -> int:
    return sum(reading.state in HELD or _verdict(reading, since) in YES for reading in readings)


def _verdict(reading, since) -> str:
    """Return a reading's verdict in the round that began then, or nothing."""
    vote = getattr(reading, "vote", None)
    return vote.verdict if vote and vote.cast_at >= since else ""
