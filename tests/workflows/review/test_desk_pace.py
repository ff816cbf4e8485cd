"""A champion's own pace: a weekly limit, and two presses before a step that can't be undone. Requirement 39."""

import pytest
from django.urls import reverse

from home.models import HelpLine
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.people.models import Champion
from workflows.review.actions import give_back
from workflows.review.enums import ReadingState
from workflows.review.models import Reading
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
DESK = "/en/desk/"


@pytest.fixture
def reading(client):
    """The reading of a champion who is signed in."""
    found = Reading.objects.get(case=make_story_being_read(champions=1).case)
    client.force_login(found.champion)
    return found


def set_limit(client, value):
    return client.post(reverse("review:pace"), {"weekly_limit": value}, follow=True)


def test_a_champion_chooses_their_own_limit(client, reading):
    answer = set_limit(client, "2")
    assert "Your own limit is kept." in answer.text
    assert "Your limit is 2." in answer.text
    assert Champion.objects.get(person=reading.champion).weekly_limit == 2


def test_a_champion_without_a_profile_gets_one_with_their_limit(client):
    person = make_person(Role.CHAMPION)
    Champion.objects.all().delete()
    client.force_login(person)
    assert client.get(DESK).status_code == 200
    set_limit(client, "4")
    assert Champion.objects.get(person=person).weekly_limit == 4


@pytest.mark.parametrize("value", ["", "0", "-1", "51", "many", "2\x00"])
def test_a_limit_that_is_none_is_explained_with_what_was_typed(client, reading, value):
    answer = set_limit(client, value)
    assert answer.status_code == 200
    assert '<a href="#id_weekly_limit">Type a number from 1 to 50.' in answer.text
    assert Champion.objects.get(person=reading.champion).weekly_limit == 3


def test_stepping_away_is_explained_before_it_happens(client, reading):
    address = reverse("review:step_away", args=[reading.pk])
    assert address in client.get(DESK).text
    shown = client.get(address)
    assert "This can’t be undone" in shown.text
    reading.refresh_from_db()
    assert reading.state == ReadingState.OFFERED
    client.post(address)
    reading.refresh_from_db()
    assert reading.state == ReadingState.STEPPED_AWAY


def test_stepping_away_from_what_was_given_back_says_that_it_is_gone(client, reading):
    give_back(reading=reading, person=reading.champion, state=ReadingState.HANDED_BACK)
    answer = client.get(reverse("review:step_away", args=[reading.pk]), follow=True)
    assert "That story is no longer with you" in answer.text
    reading.refresh_from_db()
    assert reading.state == ReadingState.HANDED_BACK


def test_a_paused_story_is_explained_and_nothing_is_said_to_wait(client, reading):
    raise_concern(case=reading.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    html = client.get(DESK).text
    assert "Nothing to do today: what you have is paused." in html
    assert "It is paused for everybody for now." in html
    assert "worry" not in html.split('class="queue"')[1].split("</ul>")[0]


def test_lines_for_volunteers_are_not_those_for_children(client, reading):
    HelpLine.objects.create(locale_id=HelpLine.objects.first().locale_id, name="Night line", phone="1", ages_from=16)
    HelpLine.objects.create(locale_id=HelpLine.objects.first().locale_id, name="Homework line", phone="2")
    box = client.get(DESK).text.split('id="help"')[1].split("</section>")[0]
    assert ("Samaritans" in box, "Night line" in box) == (True, True)
    assert ("Childline" in box, "Homework line" in box) == (False, False)
