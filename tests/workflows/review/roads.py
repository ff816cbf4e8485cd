"""Stories brought to a step by the real actions, and a look at what the world can read of them."""

import datetime
from uuid import UUID

from django.test import Client
from django.utils import timezone

from stories.actions import accept
from stories.models import StoryPage
from tests.factories import make_person, make_story_with_author, make_submission
from workflows.people.enums import Band, Role
from workflows.people.models import User
from workflows.privacy.deciding import deciding
from workflows.review.actions import seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.models import Seal

CANARY = "Zwölfquittenbaum"
UNSEEN = "Words its author never saw."


def superuser(**fields) -> User:
    """Make somebody who may do anything in stock Wagtail."""
    return make_person(is_staff=True, is_superuser=True, **fields)


def accepted(*, band: Band = Band.ADULT, **fields) -> StoryPage:
    """Return a draft that lies before its champions."""
    for _number in range(3):
        make_person(Role.CHAMPION)
    case = make_submission(band=band, **fields).case
    return accept(case=case, person=make_person(Role.SAFEGUARDING))


def sealed(*, band: Band = Band.ADULT) -> StoryPage:
    """Return a draft whose author has said yes; it waits for its day."""
    case = make_story_with_author(band=band)
    seal(case=case, digest=draft_of(page_of(case)).digest())
    return page_of(case)


def act(page, person, name, **data) -> None:
    """Take an editor's action as Wagtail's view does."""
    step = step_of(page.case)
    step.task.specific.on_action(step, person, name, **data)


def set_day(page, *, hours: int = 25) -> datetime.datetime:
    """Let an editor set the day."""
    day = timezone.now() + datetime.timedelta(hours=hours)
    act(page, make_person(Role.EDITOR), "schedule", day=day)
    return day


def change(page, **values) -> StoryPage:
    """Return the page with other words in memory."""
    page = StoryPage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    return page


def lose_seals(page) -> None:
    """Delete the author's every yes to a page, as nothing but an action may."""
    with deciding():
        Seal.objects.filter(case=page.case).delete()


def is_served(page) -> bool:
    """Tell whether a visitor gets the page at its address."""
    return Client().get(StoryPage.objects.get(pk=page.pk).url).status_code == 200


def is_listed(page) -> bool:
    """Tell whether any public list may show the page."""
    return page.pk in [story.pk for story in StoryPage.objects.public()]


def words_of(case: UUID) -> str:
    """Return all words of a case's live row."""
    return str([StoryPage.objects.get(translation_key=case).headline, *page_of(case).paragraphs])
