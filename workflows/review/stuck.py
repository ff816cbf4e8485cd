"""Readings that cannot go on by themselves: two readers said "not now", or no qualified reader is free."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from wagtail.models import Page, TaskState

from workflows.safeguarding.frozen import frozen_cases

from .enums import HELD, YES, Verdict
from .models import ChampionReviewTask, Reading, StepState


@dataclass(frozen=True)
class Stuck:
    """A case that waits for staff, and which of the two reasons. Why a reader gave it back is told to no one."""

    case: UUID
    due_on: datetime.date
    not_now: bool  # else nobody is free
    paused: bool


def stuck_cases() -> list[Stuck]:
    """Return the cases that staff have to decide on or find a reader for, the oldest promise first. Four queries."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    steps = list(running.select_related("workflow_state").order_by("due_on"))
    needed = {task.pk: task.readings for task in ChampionReviewTask.objects.all()}
    pages = _pages(step.workflow_state.object_id for step in steps)
    readings = _readings(page.translation_key for page in pages.values())
    found = []
    for step in steps:
        page = pages[step.workflow_state.object_id]
        mine = [reading for reading in readings if reading.case == page.translation_key]
        against, lacking = _against(mine, step.started_at), needed[step.task_id] - _for_or_held(mine, step.started_at)
        if against >= needed[step.task_id] or lacking > 0:
            not_now = against >= needed[step.task_id]
            found.append(Stuck(page.translation_key, step.due_on, not_now, page.paused))
    return found


def _pages(keys) -> dict[str, Page]:
    paused = Exists(frozen_cases().filter(case=OuterRef("translation_key")))
    return {str(page.pk): page for page in Page.objects.filter(pk__in=list(keys)).annotate(paused=paused)}


def _readings(cases) -> list[Reading]:
    return list(Reading.objects.filter(case__in=list(cases)).select_related("vote"))


def _against(readings, since) -> int:
    return sum(_verdict(reading, since) == Verdict.NOT_NOW for reading in readings)


def _for_or_held(readings, since) -> int:
    return sum(reading.state in HELD or _verdict(reading, since) in YES for reading in readings)


def _verdict(reading, since) -> str:
    """Return a reading's verdict in the round that began then, or nothing."""
    vote = getattr(reading, "vote", None)
    return vote.verdict if vote and vote.cast_at >= since else ""
