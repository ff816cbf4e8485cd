"""What tells one story at intake from another, without a word of it, and what a paused one offers."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.intake import adult_said
from stories.models import Submission
from tests.factories import make_person, make_submission
from workflows.people.enums import Band, Role
from workflows.privacy.models import AccessLog
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
INTAKE = "/en/desk/intake/"


@pytest.fixture
def keeper(client):
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


def sent(day, **fields):
    submission = make_submission(**fields)
    submission.sent_at = datetime.datetime(2026, 5, day, 14, 5, tzinfo=timezone.get_current_timezone())
    submission.save()
    return submission


def told(**adult):
    """Return a story of somebody of 13 to 15 who was asked about an adult."""
    submission = make_submission(band=Band.B13_15)
    submission.contact = {"value": "author@example.org", "adult": adult}
    submission.save()
    return submission


def test_rows_say_when_each_was_sent(client, keeper):
    sent(3)
    sent(4)
    html = client.get(INTAKE).text
    assert ("Sent 3 May, 14:05" in html, "Sent 4 May, 14:05" in html) == (True, True)
    assert "bus stop" not in html


def test_worries_stand_before_the_stories_and_say_which_one_they_are_about(client, keeper):
    submission = sent(3, band=Band.B16_17)
    raise_concern(case=submission.case, raised_by=RaisedBy.AUTHOR, text="Private.")
    html = client.get(INTAKE).text.split("<main")[1]
    assert "About a story sent 3 May, 14:05. Age: 16 or 17" in html
    assert html.index("Open worries</h2>") < html.index("New stories</h2>")
    assert "Private." not in html


def test_a_worry_of_this_minute_is_said_to_be_just_now(client, keeper):
    raise_concern(case=sent(3).case, raised_by=RaisedBy.AUTHOR)
    assert " · just now · " in client.get(INTAKE).text
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=2)):
        assert " · 2\xa0minutes ago · " in client.get(INTAKE).text


def test_a_worry_whose_story_is_erased_is_listed_without_its_facts(client, keeper):
    submission = make_submission()
    raise_concern(case=submission.case, raised_by=RaisedBy.STAFF, person=keeper)
    Submission.objects.filter(case=submission.case).delete()
    html = client.get(INTAKE).text
    assert "Read and decide" in html
    assert "About a story sent" not in html


@pytest.mark.parametrize(
    ("adult", "said"),
    [
        ({"asked": "cannot", "safe": "Ms Reid"}, "“I can’t ask at home”"),
        ({"asked": "parent", "by": "call", "who": "Ms Reid", "how": "y"}, "“A parent” “You call or email them”"),
        ({}, ""),
    ],
)
def test_what_was_said_about_an_adult_shows_no_name_and_no_number(adult, said):
    assert adult_said(told(**adult)) == said


def test_the_answer_about_an_adult_is_seen_without_opening_the_contact(client, keeper):
    case = told(asked="cannot").case
    html = client.get(reverse("stories:intake_story", args=[case])).text
    assert html.count("“I can’t ask at home”") == 2
    assert "author@example.org" not in html
    assert not AccessLog.objects.filter(what__startswith="contact").exists()


def test_decisions_follow_the_words_and_the_facts(client, keeper):
    html = client.get(reverse("stories:intake_story", args=[make_submission().case])).text
    assert html.index("The bus was late.") < html.index("About this story</h2>") < html.index("Accept</h2>")


def test_a_paused_story_is_not_offered_a_pause(client, keeper):
    case = make_submission().case
    story, worries = (reverse(name, args=[case]) for name in ("stories:intake_story", "safeguarding:concern"))
    assert "Pause it now" in client.get(story).text
    assert "Raise a concern" in client.get(worries).text
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=keeper)
    assert "Pause it now" not in client.get(story).text
    paused = client.get(worries).text
    assert "Raise a concern" not in paused
    assert "Let it go on" in paused
