"""Which stories champions have before them: nothing in those moves until they are done."""

from uuid import UUID

from wagtail.models import Page, TaskState

from .models import ChampionReviewTask, StepState


def cases_being_read() -> set[UUID]:
    """Return the cases that champions have before them."""
    steps = StepState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all()
    ).values_list("workflow_state__object_id", flat=True)
    return set(Page.objects.filter(pk__in=[int(pk) for pk in steps]).values_list("translation_key", flat=True))
