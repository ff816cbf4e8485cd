"""A worry freezes the story that is chosen: its champion must be able to tell one from another."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stories.actions import decline
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role, Training
from workflows.people.models import Qualification, User
from workflows.review.actions import give_back
from workflows.review.enums import ReadingState
from workflows.review.models import Reading
from workflows.review.own_stories import names_of
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
NOW, BEFORE = "with you now.", "no longer with you."


@pytest.fixture
def reading():
    """One reading of the only champion."""
    return Reading.objects.get(case=make_story_being_read(champions=1).case)


def name(reading):
    found = names_of([Reading.objects.get(pk=reading.pk)], User.objects.get(pk=reading.champion_id))
    return found[reading.pk]


def test_own_reading_is_named_by_its_title(reading):
    assert name(reading).startswith("“The bus stop question”, about one minute, English. Offered to you on ")
    assert name(reading).endswith(NOW)


@pytest.mark.parametrize("state", [ReadingState.HANDED_BACK, ReadingState.STEPPED_AWAY])
def test_what_was_given_back_shows_no_word(reading, state):
    give_back(reading=reading, person=reading.champion, state=state)
    assert name(reading).startswith("A story of about one minute, English. Offered to you on ")
    assert name(reading).endswith(BEFORE)


def test_a_paused_story_shows_no_word(reading):
    raise_concern(case=reading.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    assert "bus stop" not in name(reading)


@pytest.mark.parametrize("lost", [Training.PVG, Training.CHAMPION])
def test_who_may_not_read_it_today_sees_no_word(reading, lost):
    Qualification.objects.filter(person=reading.champion, kind=lost).delete()
    assert "bus stop" not in name(reading)


def test_a_story_whose_page_is_gone_is_still_told_apart(reading):
    keeper = make_person(Role.SAFEGUARDING)
    decline(case=reading.case, person=keeper, reason="It names others.", alternative="Tell it without them.")
    assert name(reading).startswith("A story that is not here any more. Offered to you on ")


def test_worry_form_names_each_story(client, reading):
    make_story_being_read(champions=0, headline="Goalkeeper gloves")
    client.force_login(reading.champion)
    html = client.get(reverse("review:worry")).text
    assert (html.count("“The bus stop question”"), html.count("“Goalkeeper gloves”")) == (1, 1)


def test_naming_three_asks_as_often_as_naming_one(client, reading):
    client.force_login(reading.champion)
    counts = []
    for _round in range(2):
        client.get(reverse("review:worry"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("review:worry"))
        counts.append(len(asked))
        for _number in range(2):
            make_story_being_read(champions=0)
    assert counts[0] == counts[1]
