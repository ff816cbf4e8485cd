"""A champion after a hard story, on a phone without JavaScript: help, a call, a few lines, a break; then an answer."""

import pytest
from wagtail.models import Locale

from home.models import ContentNote
from tests.factories import make_person, make_story_being_read
from tests.journeys.hands import PaperHands, phones
from workflows.people.enums import Role
from workflows.review.actions import cast_vote
from workflows.review.enums import Verdict
from workflows.review.models import Reading


@pytest.fixture
def hard_story(db):
    """A reading of a story that mentions something heavy, voted on."""
    note = {"key": "self-harm", "text": "self-harm", "heavy": True, "locale": Locale.get_default()}
    ContentNote.objects.create(**note)
    page = make_story_being_read(champions=2)
    type(page).objects.filter(pk=page.pk).update(notes=["self-harm"])
    reading = Reading.objects.filter(case=page.case).first()
    cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    return reading


def walk(reading, someone):
    champion, member = someone(), someone()
    champion.come_in_as(reading.champion)
    champion.go(f"/en/desk/readings/{reading.pk}/thanks/")
    assert "This one was about something heavy." in champion.text()
    champion.write("Your phone number", "01632 960111")
    champion.write("When is a good time?", "after four")
    champion.press("Please call me")
    assert "01632 960111" in champion.text()
    champion.press("Write to the volunteer team")
    champion.write("Your message", "I keep thinking about it.")
    champion.press("Send")
    assert "We answer by" in champion.text()
    _answer(member, reading.champion)
    champion.go("/en/desk/line/")
    assert "Thank you for telling us." in champion.text()
    champion.go("/en/desk/care/")
    champion.choose("One week")
    champion.press("Start my break")
    assert "It ends by itself. You can end it earlier." in champion.text()
    _look_after_oneself(champion)


def _answer(member, person):
    member.come_in_as(make_person(Role.DELIVERY))
    member.go("/start/")
    assert "One volunteer waits for an answer." in member.text()
    member.press(f"Open {person}")
    assert "I keep thinking about it." in member.text()
    member.press("I have called: delete the number")
    member.press(f"Open {person}")
    assert "960111" not in member.text()
    member.write("Your message", "Thank you for telling us.")
    member.press("Send answer")
    assert "Nobody waits for an answer." in member.text()


def _look_after_oneself(champion):
    champion.press("What I have read")
    assert "You said: Fine as it is" in champion.text()
    champion.press("My hours")
    assert "You have given 1 min." in champion.text()
    champion.press("Put right")
    champion.write("Minutes", "20")
    champion.press("Keep this")
    assert "You have given 20 min." in champion.text()
    champion.press("Back to the desk")
    champion.press("Letters and my name")
    champion.choose("A made-up name")
    champion.write("Your made-up name", "Robin")
    assert "May your name appear?" in champion.text()


def test_after_a_hard_story(hard_story):
    walk(hard_story, PaperHands)


@pytest.mark.browser
def test_after_a_hard_story_on_a_phone(transactional_db, hard_story, live_server, new_context, axe):
    walk(hard_story, phones(new_context, live_server, axe, schemes=("light", "dark")))
