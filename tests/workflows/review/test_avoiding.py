"""Days to avoid: no editor sets one, no clock publishes on one, and nobody is told why. Requirement 50."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.status import Place, status_of
from stories.submission import Submission
from tests.factories import make_person, make_submission
from tests.stories.room import ROOM, enter, freeze, post, publish, text_of
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.actions import publish_due
from workflows.review.avoided import is_avoided
from workflows.review.avoiding import MOST, allow_days, avoid_days
from workflows.review.cases import step_of
from workflows.review.errors import Refused, Stale
from workflows.review.models import DaysToAvoid

from .roads import is_served, sealed, set_day

pytestmark = pytest.mark.django_db
DAYS = "/en/my-story/days/"


def in_days(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def noon(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def schedule(page, day):
    step = step_of(page.case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "schedule", day=noon(day).isoformat(sep=" ")[:16])


@pytest.mark.parametrize(("day", "avoided"), [(4, False), (5, True), (6, True), (7, True), (8, False)])
def test_the_first_and_the_last_day_count(day, avoided):
    case = make_submission().case
    avoid_days(case=case, first=in_days(5), last=in_days(7))
    assert is_avoided(case, noon(in_days(day))) == avoided
    assert not is_avoided(make_submission().case, noon(in_days(day)))


def test_an_editor_sets_no_such_day_and_reads_no_reason():
    page = sealed()
    avoid_days(case=page.case, first=in_days(5), last=in_days(5))
    with pytest.raises(Refused, match="The author asked for another day than this one") as refusal:
        schedule(page, in_days(5))
    assert str(in_days(5)) not in refusal.value.message
    assert step_of(page.case).publish_on is None
    schedule(page, in_days(6))
    assert step_of(page.case).publish_on is not None


def test_a_day_that_was_set_is_taken_off_and_the_author_hears():
    page = sealed()
    schedule(page, in_days(5))
    avoid_days(case=page.case, first=in_days(9), last=in_days(9))
    assert step_of(page.case).publish_on is not None
    avoid_days(case=page.case, first=in_days(4), last=in_days(6))
    assert step_of(page.case).publish_on is None
    assert status_of(Submission.objects.get(case=page.case)).place == Place.WAITING
    assert Letter.objects.filter(case=page.case, kind=LetterKind.PROMISE_MOVED).count() == 1


def test_the_clock_waits_until_such_a_day_is_over():
    page = sealed()
    day = set_day(page)
    DaysToAvoid.objects.create(
        case=page.case, days=dict.fromkeys(("first", "last"), timezone.localdate(day).isoformat())
    )
    with time_machine.travel(day + datetime.timedelta(minutes=1)):
        assert not publish_due(case=page.case)
        assert not is_served(page)
    with time_machine.travel(day + datetime.timedelta(days=1)):
        assert publish_due(case=page.case)


def test_the_same_days_are_kept_once_and_there_is_an_end_to_them():
    case = make_submission().case
    assert avoid_days(case=case, first=in_days(5), last=in_days(5)) == avoid_days(
        case=case, first=in_days(5), last=in_days(5)
    )
    for number in range(MOST - 1):
        avoid_days(case=case, first=in_days(10 + number), last=in_days(10 + number))
    with pytest.raises(Refused, match="take one off"):
        avoid_days(case=case, first=in_days(99), last=in_days(99))
    with pytest.raises(Refused, match="before the first"):
        avoid_days(case=case, first=in_days(3), last=in_days(2))
    assert DaysToAvoid.objects.count() == MOST


def test_only_their_own_author_takes_days_off():
    case, other = make_submission().case, make_submission().case
    row = avoid_days(case=case, first=in_days(5), last=in_days(5))
    with pytest.raises(Stale):
        allow_days(case=other, pk=row.pk)
    allow_days(case=case, pk=row.pk)
    with pytest.raises(Stale):
        allow_days(case=case, pk=row.pk)


def test_author_gives_days_sees_them_and_takes_them_off(client: Client):
    case = make_submission().case
    enter(client, case)
    text = text_of(post(client, "days", {"first": str(in_days(5)), "last": ""}, follow=True))
    assert "We won’t publish on that day. Nobody is told why." in text
    post(client, "days", {"first": str(in_days(8)), "last": str(in_days(9))})
    assert "–" in text_of(client.get(DAYS))
    assert "Your page must not come out" in client.get(reverse("stories:everything")).text
    for row in [*DaysToAvoid.objects.all(), DaysToAvoid.objects.first()]:
        assert post(client, "free_days", {"days": str(row.pk)}).headers["Location"] == DAYS
    post(client, "free_days", {"days": "no key"})
    assert not DaysToAvoid.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("", "", "Write a day first."),
        ("someday", "", "Write the day as in"),
        ("2030-01-05", "2030-01-04", "The last day must not be before the first."),
        ("2020-01-05", "", "That day is over."),
        ("2030-01-05", "2032-01-05", "That is more than a year."),
        ("2030-01-05", "<b>", "Write the day as in"),
    ],
)
def test_days_that_cannot_be_are_explained_and_given_back(client, first, last, sentence):
    enter(client, make_submission().case)
    page = post(client, "days", {"first": first, "last": last})
    assert sentence in text_of(page)
    assert f'value="{first}"' in page.text or not first
    assert not DaysToAvoid.objects.exists()


def test_too_many_days_are_explained(client):
    case = make_submission().case
    enter(client, case)
    for number in range(MOST):
        avoid_days(case=case, first=in_days(10 + number), last=in_days(10 + number))
    assert "Please take one off first." in post(client, "days", {"first": str(in_days(99))}).text


def test_days_wait_while_paused_and_a_published_page_may_have_them(client):
    case = publish()
    enter(client, case)
    assert client.get(DAYS).status_code == 200
    freeze(case)
    assert client.get(DAYS).headers["Location"] == ROOM
