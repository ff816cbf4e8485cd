"""Stories brought to their end: out, or taken back by their author."""

from django.utils import timezone

from stories.models import StoryPage
from workflows.people.models import User
from workflows.review.actions import publish_due
from workflows.review.models import Reading, StepState

from .roads import sealed, set_day


def published() -> StoryPage:
    """Return a page that is out, on the road that every story takes."""
    page = sealed()
    set_day(page)
    StepState.objects.filter(publish_on__isnull=False).update(publish_on=timezone.now())
    assert publish_due(page.case)
    page.refresh_from_db()
    return page


def readers_of(case) -> list[User]:
    """Return who read a case to the end."""
    return [reading.champion for reading in Reading.objects.filter(case=case).order_by("pk")]
