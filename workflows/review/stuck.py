"""Readings that do not go on by themselves: two said "not now", no qualified reader is free, or one is overdue."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Cast
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
    """Return the cases that staff have to decide on or find a reader for, the oldest promise first. Two queries."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    steps = list(_with_cases(running).order_by("due_on"))
    readings = _readings(step.case for step in steps)
    found = []
    for step in steps:
        mine = readings[step.case]
        not_now = _against(mine, step.started_at) >= step.readings
        lacking = step.readings > _for_or_held(mine, step.started_at)
        overdue = any(reading.state in HELD and reading.due_on < timezone.localdate() for reading in mine)
        if not_now or lacking or overdue:
            found.append(Stuck(step.case, step.due_on, not_now, overdue and not lacking, step.paused))
    return found


def _with_cases(steps: models.QuerySet) -> models.QuerySet:
    """Return steps with the case of each, and whether it is paused."""
    found = steps.annotate(page_pk=Cast("workflow_state__object_id", models.IntegerField()))
    pages = Page.objects.filter(pk=OuterRef("page_pk"))
    found = found.annotate(case=Subquery(pages.values("translation_key")[:1]))
    return found.annotate(paused=Exists(frozen_cases().filter(case=OuterRef("case"))))


def _readings(cases) -> dict[UUID, list[Reading]]:
    found = defaultdict(list)
    for reading in Reading.objects.counted().filter(case__in=list(cases)).select_related("vote"):
        found[reading.case].append(reading)
    return found


def _against(readings, since) -> int:
    return sum(_verdict(reading, since) == Verdict.NOT_NOW for reading in readings)


def _for_or_held(readings, since) -> int:
    return sum(reading.state in HELD or _verdict(reading, since) in YES for reading in readings)


def _verdict(reading, since) -> str:
    """Return a reading's verdict in the round that began then, or nothing."""
    vote = getattr(reading, "vote", None)
    return vote.verdict if vote and vote.cast_at >= since else ""
