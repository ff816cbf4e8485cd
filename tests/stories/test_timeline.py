"""What happened so far: every event in order, never a name, a vote or a reason. Requirement 15."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from stories.actions import ask, decline
from stories.submission import Submission
from stories.timeline import what_happened
from tests.answered import FOUND
from tests.factories import make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.review.actions import cast_vote
from workflows.review.cases import page_of
from workflows.review.enums import Answer, Verdict
from workflows.review.models import Reading
from workflows.safeguarding.actions import unfreeze

from .room import ROOM, answer_all, enter, freeze, publish, text_of

pytestmark = pytest.mark.django_db
CLUB = (1, "My coach never asked.", "SECRETREASON", "suggestion")


def said(case) -> list[str]:
    return [event.text for event in what_happened(Submission.objects.get(case=case), page_of(case))]


def test_what_happened_of_a_published_story_is_the_whole_road():
    case = make_story_with_author(CLUB)
    answer_all(case, Answer.KEEP)
    assert sorted(said(case)[:2]) == ["You began to write.", "You sent us your story."]  # the factory does both at once
    assert said(case)[2:] == [
        "We accepted it, and asked trained volunteers to read it.",
        "A trained volunteer has read it.",
        "Two trained volunteers have read it.",
        "An editor made your page ready.",
        "Your page came to you. It was your turn.",
        "You answered suggestions.",
    ]
    public = publish()
    assert said(public)[-2:] == ["You said yes to your page.", "Your page was published."]


def test_what_happened_tells_no_name_vote_or_reason(client):
    page = make_story_being_read()
    reader = Reading.objects.filter(case=page.case).first()
    about = {"digest": page.words_digest(), "verdict": Verdict.NOT_NOW, "found": FOUND}
    cast_vote(reading=reader, person=reader.champion, **about)
    assert said(page.case)[-1] == "A trained volunteer has read it."
    case = make_story_with_author(CLUB)
    enter(client, case)
    text = text_of(client.get(ROOM))
    assert "What happened so far" in text
    assert "SECRETREASON" not in text
    names = [reading.champion.get_full_name() for reading in Reading.objects.filter(case=case)]
    assert [name for name in names if name in text] == []


def test_a_story_we_declined_says_when_and_that_a_person_wrote(client):
    case = make_submission().case
    keeper = make_person(Role.SAFEGUARDING)
    ask(case=case, person=keeper, question="When was it?")
    decline(case=case, person=keeper, reason="It names her.", alternative="Tell it without her name.")
    assert said(case)[2:] == [
        "A person here wrote to you.",
        "We told you that we won’t publish it.",
    ]
    enter(client, case)
    text = text_of(client.get(ROOM))
    assert "It isn’t a judgement on you or what happened." in text
    assert "It names her." in text
    assert "Tell it without her name." in text


def test_several_worries_at_once_are_one_pause():
    case, keeper, now = make_submission().case, make_person(Role.SAFEGUARDING), timezone.now()
    for hours in (1, 2):
        with time_machine.travel(now + datetime.timedelta(hours=hours)):
            freeze(case)
    paused = said(case)
    with time_machine.travel(now + datetime.timedelta(hours=3)):
        unfreeze(case=case, person=keeper, outcome="Fine.")
    with time_machine.travel(now + datetime.timedelta(hours=4)):
        freeze(case)
    assert paused[2:] == ["We paused everything, to check that everyone is safe."]
    assert said(case)[2:] == [
        "We paused everything, to check that everyone is safe.",
        "The pause ended. It went on.",
        "We paused everything, to check that everyone is safe.",
    ]
