"""Reader load: who read how much in the last year, how much in time, what waits; nothing of what was given back."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.review.actions import cast_vote, give_back
from workflows.review.burdens import who_read_how_much
from workflows.review.enums import ReadingState, Verdict
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db


def load_of(person) -> tuple:
    return next((row.read, row.in_time, row.waiting, row.late) for row in who_read_how_much() if row == person)


def vote(page, reading) -> None:
    cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)


def test_read_waiting_and_in_time_are_counted_apart():
    page = make_story_being_read()
    first, second = Reading.objects.filter(case=page.case).order_by("pk")
    assert load_of(first.champion) == (0, 0, 1, 0)
    Reading.objects.filter(pk=second.pk).update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    assert load_of(second.champion) == (0, 0, 1, 1)
    vote(page, first), vote(page, second)
    assert (load_of(first.champion), load_of(second.champion)) == ((1, 1, 0, 0), (1, 0, 0, 0))


def test_what_is_older_than_a_year_and_what_was_given_back_is_not_counted():
    page = make_story_being_read()
    first, second = Reading.objects.filter(case=page.case).order_by("pk")
    vote(page, first)
    Reading.objects.filter(pk=first.pk).update(ended_at=timezone.now() - datetime.timedelta(days=366))
    give_back(reading=second, person=second.champion, state=ReadingState.HANDED_BACK)
    assert (load_of(first.champion), load_of(second.champion)) == ((0, 0, 0, 0), (0, 0, 0, 0))


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR])
def test_a_name_that_is_a_formula_leaves_as_text(client, role):
    make_person(Role.CHAMPION, name="=cmd")
    client.force_login(make_person(role))
    answer = client.get(reverse("reader_load"), {"export": "csv"})
    sheet = b"".join(answer.streaming_content).decode().splitlines()
    assert sheet[0] == "Reader,Read in the last year,Of these in time,Waiting,Of these late"
    assert sheet[1].strip('"').startswith("'=cmd")
