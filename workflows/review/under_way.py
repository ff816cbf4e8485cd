"""Every review that runs, as rows without a word of a story: which story, which step, since when, promised by when."""

import datetime

from django.db.models import CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, TaskState

from workflows.people.enums import Band, Role, Training
from workflows.people.models import AgeMark
from workflows.people.rules import is_qualified
from workflows.safeguarding.frozen import frozen_cases

from .models import AuthorSealTask, PrepareTask, PublishTask, StepState

SOON = datetime.timedelta(days=1)


def steps_under_way() -> QuerySet[StepState]:
    """Return the running steps, the oldest promise first, each with its page, its title and whether it is paused."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, workflow_state__status="in_progress")
    pages = Page.objects.filter(pk=OuterRef("page_pk"))
    found = running.annotate(page_pk=Cast("workflow_state__object_id", IntegerField()))
    found = found.annotate(
        story=Subquery(pages.values("title")[:1], output_field=CharField()),
        case=Subquery(pages.values("translation_key")[:1]),
    )
    found = found.annotate(
        paused=Exists(frozen_cases().filter(case=OuterRef("case"))),
        band=Subquery(AgeMark.objects.filter(case=OuterRef("case")).values("band")[:1]),
    )
    return found.select_related("task").order_by(F("due_on").asc(nulls_last=True), "pk")


def for_editors(steps: QuerySet, person) -> QuerySet:
    """Return the steps at which this editor may act today: theirs to read, not paused, and no day set."""
    if not person.has_role(Role.EDITOR):
        return steps.none()
    theirs = steps.filter(
        Q(task__in=PrepareTask.objects.all()) | Q(task__in=PublishTask.objects.all(), publish_on=None)
    )
    marked = is_qualified(person, Training.PVG)
    return (theirs if marked else theirs.filter(band=Band.ADULT)).filter(paused=False)


def about_to_break(steps: QuerySet) -> QuerySet:
    """Return the steps whose promise is due by tomorrow or late. The author's own step has no pressure."""
    soon = timezone.localdate() + SOON
    return steps.filter(publish_on=None, due_on__lte=soon).exclude(task__in=AuthorSealTask.objects.all())
