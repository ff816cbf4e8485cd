"""What is being read and by whom, for staff: which promises are near, which story lacks a reader. Never a word."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page, TaskState

from workflows.safeguarding.frozen import frozen_cases

from .enums import HELD, ReadingState
from .models import ChampionReviewTask, Reading, StepState
from .promises import WARNING
from .stuck import Stuck, stuck_cases


@dataclass(frozen=True)
class BeingRead:
    """A story that is being read, as plain values, with the readings that count."""

    case: UUID
    due_on: datetime.date
    near: bool  # the promise is about to break, or has
    paused: bool
    lacking_since: datetime.datetime | None
    stuck: Stuck | None
    readings: list[Reading]


def stories_being_read() -> list[BeingRead]:
    """Return every story before its readers, the oldest promise first. Five queries, however many."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    steps = list(running.select_related("workflow_state").order_by("due_on", "pk"))
    frozen = Exists(frozen_cases().filter(case=OuterRef("translation_key")))
    found = Page.objects.filter(pk__in=[step.workflow_state.object_id for step in steps]).annotate(paused=frozen)
    pages = {str(page.pk): page for page in found}
    stuck = {row.case: row for row in stuck_cases()}
    readings = defaultdict(list)
    kept = Reading.objects.counted().filter(state__in=[*HELD, ReadingState.DONE]).select_related("champion")
    for reading in kept.filter(case__in=[page.translation_key for page in pages.values()]).order_by("offered_at"):
        readings[reading.case].append(reading)
    soon = timezone.localdate() + WARNING
    return [
        BeingRead(
            page.translation_key,
            step.due_on,
            step.due_on <= soon,
            page.paused,
            step.lacking_since,
            stuck.get(page.translation_key),
            readings[page.translation_key],
        )
        for step, page in ((step, pages[step.workflow_state.object_id]) for step in steps)
    ]
