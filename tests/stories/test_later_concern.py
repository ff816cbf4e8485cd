"""Words of concern in what comes later: help is shown at once, and whoever reads it reads it first. Requirement 10."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from home.models import ConcernWord
from stories.actions import accept, reply
from stories.complaining import complain
from stories.intake import new_words_to_check, waiting_stories
from stories.views.my_story import A_WEEK
from tests.factories import make_person, make_story_with_author, make_submission
from tests.workflows.review.test_rewriting import change
from workflows.people.enums import Role

from .room import ROOM, enter, post

pytestmark = pytest.mark.django_db
HARD, FINE = "A grey heron again.", "All is well."
HELP = "You don’t have to wait for us"


@pytest.fixture(autouse=True)
def listed():
    ConcernWord.objects.create(phrase="grey heron")


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def test_a_message_shows_help_for_a_week(client):
    case = make_story_with_author()
    enter(client, case)
    assert HELP not in post(client, "message", {"text": FINE}, follow=True).text
    assert HELP in post(client, "message", {"text": HARD}, follow=True).text
    with time_machine.travel(timezone.now() + A_WEEK + datetime.timedelta(minutes=1)):
        enter(client, case)
        assert HELP not in client.get(ROOM).text


def test_own_words_show_help(client):
    case = make_story_with_author()
    change(case, second=HARD)
    enter(client, case)
    assert HELP in client.get(ROOM).text
    change(case, second=FINE)
    assert HELP not in client.get(ROOM).text


def test_messages_with_words_of_concern_are_read_first(client, keeper):
    first, second = make_story_with_author(), make_story_with_author()
    reply(case=first, text=FINE)
    reply(case=second, text=HARD)
    assert [(row.case, row.marked) for row in waiting_stories(keeper)[1]] == [(second, True), (first, False)]
    client.force_login(keeper)
    assert "Words from the concern list" in client.get("/en/desk/intake/").text


def test_so_are_new_stories_whose_author_wrote_again(keeper):
    first, second = make_submission(), make_submission()
    reply(case=second.case, text=HARD)
    assert [row.case for row in waiting_stories(keeper)[0]] == [second.case, first.case]


def test_so_are_new_words(keeper):
    first, second = make_story_with_author(), make_story_with_author()
    change(first, second=FINE)
    change(second, second=HARD)
    assert [row.marked for row in new_words_to_check(keeper)] == [True, False]


def test_so_are_complaints(client):
    complain(text=FINE, address="", language="en")
    marked = complain(text=HARD, address="", language="en")
    client.force_login(make_person(Role.ADMINISTRATOR))
    assert client.get("/en/desk/complaints/").context["waiting"].first() == marked
    assert "Words from the concern list" in client.get("/en/desk/complaints/").text


def test_a_list_of_words_refuses_nobody(keeper):
    case = make_submission(words=HARD).case
    reply(case=case, text=HARD)
    assert accept(case=case, person=keeper)
