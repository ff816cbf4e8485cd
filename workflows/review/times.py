"""How long stories stay at each step, and whether they wait there for us or for their author."""

import datetime

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Max
from django.utils import timezone
from wagtail.models import TaskState

from .models import AuthorSealTask, StepState

YEAR = datetime.timedelta(days=365)
STAY = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())


def time_in_steps() -> list[dict]:
    """Return a row for each step: how many left it in the last year, how many days they stayed, how many are there.

    Two queries. The author's own time has no promise; it is counted apart, so that nobody takes it for a delay.
    """
    left = StepState.objects.filter(finished_at__gte=timezone.now() - YEAR).exclude(status=TaskState.STATUS_CANCELLED)
    left = left.values("task").annotate(name=F("task__name"), number=Count("pk"), mean=Avg(STAY), longest=Max(STAY))
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, workflow_state__status="in_progress")
    running = running.values("task").annotate(name=F("task__name"), now=Count("pk"))
    rows = {row["task"]: row | {"now": 0} for row in left.order_by("task")}
    for row in running.order_by("task"):
        rows.setdefault(row["task"], _nobody_left(row)).update(now=row["now"])
    authors = set(AuthorSealTask.objects.values_list("pk", flat=True))
    return [_row(row, by_author=row["task"] in authors) for row in rows.values()]


def waits(rows: list[dict], *, by_author: bool) -> dict:
    """Return the steps that wait for one side as one row: the mean of all stays, and how many wait now."""
    theirs = [row for row in rows if row["by_author"] == by_author]
    number = sum(row["number"] for row in theirs)
    days = sum(row["number"] * row["days"] for row in theirs if row["number"])
    return {
        "number": number,
        "days": round(days / number, 1) if number else None,
        "most": max((row["most"] for row in theirs if row["number"]), default=None),
        "now": sum(row["now"] for row in theirs),
        "by_author": by_author,
    }


def _nobody_left(row) -> dict:
    return row | {"number": 0, "mean": None, "longest": None}


def _row(row: dict, *, by_author: bool) -> dict:
    return {
        "name": row["name"],
        "number": row["number"],
        "days": _days(row["mean"]),
        "most": _days(row["longest"]),
        "now": row["now"],
        "by_author": by_author,
    }


def _days(stay: datetime.timedelta | None) -> float | None:
    return None if stay is None else round(stay.total_seconds() / 86_400, 1)
