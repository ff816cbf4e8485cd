"""What authors do on their journeys, screen by screen, and what the house does while they wait."""

import datetime

from django.utils import timezone

from stories.models import StoryPage
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.actions import publish_due
from workflows.review.cases import page_of, step_of
from workflows.review.models import StepState

TITLE = "The bus stop question"
STORY = "The bus was late.\n\nMy coach never asked.\n\nThen my friend asked twice."
NOT_AT_ALL = "Please don’t contact me"


def begin(author, age: str) -> None:
    """From the front door of sharing to the first question that is kept."""
    author.go("/en/share/")
    author.press("Yes, I’m OK")
    author.press("Continue")
    author.choose(age)
    author.press("Continue")


def write(author) -> None:
    """A title and a story."""
    author.write("A title for your story", TITLE)
    author.write("Your story", STORY)


def agree_to_both(author) -> None:
    """Tick the two things that are asked at sending; nothing is ticked before."""
    author.choose("keeps what I wrote")
    author.choose("is published on this website")
    author.press("Continue")


def send(author) -> str:
    """From the last check to the end. Returns the ten words."""
    author.press("Continue to your ten words")
    words = author.ten_words()
    author.press("Send my story")
    assert "We have your story" in author.text()
    return words


def open_story(author, words: str) -> None:
    """The author types their ten words."""
    author.go("/en/my-story/")
    author.write("Your ten words", words)
    author.press("Open my story")


def keeper_reads(keeper) -> None:
    """Safeguarding opens the one story that waits."""
    keeper.come_in_as(make_person(Role.SAFEGUARDING))
    keeper.go("/en/desk/intake/")
    keeper.press("Open")


def bring_out(case) -> StoryPage:
    """An editor sets the day, and it comes. Returns the page."""
    step = step_of(case)
    day = timezone.now() + datetime.timedelta(hours=25)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "schedule", day=day)
    StepState.objects.filter(pk=step.pk).update(publish_on=timezone.now())
    assert publish_due(case=case)
    return page_of(case)
