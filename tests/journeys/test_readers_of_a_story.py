"""Readers of a story: one hands it back, one knows its author, a third is asked, one is learning, staff ask another."""

import pytest

from tests.factories import make_person, make_story_being_read
from tests.workflows.review.desks import make_learner
from workflows.people.enums import Role
from workflows.review.cases import step_of
from workflows.review.enums import Question
from workflows.review.models import PrepareTask, Reading, Vote

from .hands import PaperHands, phones
from .test_route_of_a_story import nothing_to_worry_about

DESK = "/en/desk/"


def reader_of(case, hands, *, beside=False, but=()):
    """Come in as somebody who has the story before them."""
    held = Reading.objects.held().filter(case=case, beside=beside).exclude(champion__in=but)
    person, who = held.order_by("offered_at").first().champion, hands()
    who.come_in_as(person)
    who.go(DESK)
    return person, who


def vote(who, verdict: str) -> None:
    """Open the story that waits, and answer."""
    who.press("Open")
    nothing_to_worry_about(who)
    if verdict == "Not ready":
        who.within(str(Question.READERS.label))
        who.choose("Something here")
        who.write("In one line (optional)", "It says where.")
        who.within("")
    who.choose(verdict)
    who.press("Send my answer")


def walk(hands) -> None:
    """Let everything happen to one story that can happen to its readers."""
    learner, keeper = make_learner(), make_person(Role.SAFEGUARDING)
    case = make_story_being_read().case
    spare = [make_person(Role.CHAMPION) for _number in range(3)]

    tired, who = reader_of(case, hands)
    who.press("Hand back")
    assert "nobody is told why" in who.text()
    assert "All quiet here" in who.text()

    friend, who = reader_of(case, hands, but=spare)
    who.press("I think I know who this is")
    who.press("Step away from this story")
    assert "nobody is told why" in who.text()

    _someone, who = reader_of(case, hands)
    vote(who, "Not ready")
    assert Reading.objects.held().counted().filter(case=case).count() == 2

    _learner, who = reader_of(case, hands, beside=True)
    assert _learner == learner
    assert "You are learning" in who.text()
    vote(who, "Fine as it is")
    assert step_of(case).readings == 2

    staff = hands()
    staff.come_in_as(keeper)
    staff.go(DESK + "readers/")
    staff.press("Who, and why")
    staff.unfold("Why nobody else")
    assert {f"{gone}: was asked for this story already." in staff.text() for gone in (tired, friend)} == {True}
    assert "handed back" not in staff.text()
    second = Reading.objects.held().counted().filter(case=case).order_by("offered_at").last().champion
    new = make_person(Role.CHAMPION)
    staff.go(staff_address(case))
    staff.choose(str(second))
    staff.write("Why?", "She is on holiday.")
    staff.press("Ask this reader")
    assert f"{new} is asked to read it." in staff.text()

    for _number in range(2):
        _someone, who = reader_of(case, hands)
        vote(who, "Fine as it is")
    assert isinstance(step_of(case).task.specific, PrepareTask)
    assert Vote.objects.filter(reading__beside=False).count() == 3

    staff.go(DESK + "readers/")
    staff.press("Counts from now on")
    assert f"{learner} counts as a reader from now on." in staff.text()


def staff_address(case) -> str:
    return f"{DESK}readers/{case}/"


@pytest.mark.django_db
def test_readers_of_a_story():
    walk(PaperHands)


@pytest.mark.browser
def test_readers_of_a_story_on_a_phone_without_javascript(transactional_db, live_server, new_context, axe):
    walk(phones(new_context, live_server, axe))
