"""Which stories champions have before them: nothing in those moves until they are done."""

from uuid import UUID

from django.db import models
from django.db.models.functions import Cast
from wagtail.models import Page, TaskState

from .models import ChampionReviewTask, StepState


def cases_being_read() -> set[UUID]:
    """Return the cases that champions have before them."""
    return set(pages_being_read().values_list("translation_key", flat=True))


def pages_being_read() -> models.QuerySet[Page]:
    """Return the pages that champions have before them, to be asked by itself or within another question."""
    steps = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    pages = steps.annotate(page_id=Cast("workflow_state__object_id", models.BigIntegerField())).values("page_id")
    return Page.objects.filter(pk__in=pages)
