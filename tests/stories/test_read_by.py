"""By when somebody has opened a worry: by the rota, else by the hours under Settings, said as people say it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from stories.hours import read_by, read_on_duty
from stories.sharing import Sharing
from tests.factories import make_person
from tests.workflows.review.reader import begin
from workflows.people.enums import Role
from workflows.safeguarding.duty import opened_by
from workflows.safeguarding.models import Concern, Rota, Shift

FRIDAY = datetime.date(2026, 11, 27)
CLOSED = {"closed_from": datetime.date(2026, 11, 30), "closed_until": datetime.date(2026, 12, 4)}


@pytest.mark.parametrize(
    ("day", "hour", "changed", "said"),
    [
        (FRIDAY, 7, {}, "today, by 5pm"),
        (FRIDAY, 16, {}, "today, by 5pm"),
        (FRIDAY, 17, {}, "on Monday 30 November, by 5pm"),
        (FRIDAY, 18, {"reads_weekends": True}, "tomorrow, by 5pm"),
        (FRIDAY, 23, CLOSED, "on Monday 7 December, by 5pm"),
        (FRIDAY, 10, {"reads_until": datetime.time(12, 30)}, "today, by 12:30pm"),
    ],
)
def test_it_is_the_end_of_the_next_day_on_which_people_read(day, hour, changed, said):
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
    assert read_by(Sharing(**changed), moment) == said


@pytest.mark.django_db
def test_a_champion_hears_it_after_one_press(client):
    reading = begin(client)
    answer = client.post(reverse("review:worry"), {"reading": reading.pk}, follow=True)
    assert f"Safeguarding will open this {read_by(Sharing.load())}." in answer.text
    assert "We’ll tell you it was read, not what was decided." in answer.text
    assert Concern.objects.get().person == reading.champion


def at(hour, minute=0, day=FRIDAY):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, minute)))


def shift(starts, ends, within=30, **people):
    people = {"lead": make_person(Role.SAFEGUARDING)} | people
    return Shift.objects.create(starts_at=starts, ends_at=ends, open_within=within, **people)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (at(10, 30), "today, by 10:30am"),
        (at(10, 31), "today, by 10:35am"),
        (at(23, 59), "tomorrow, by 12am"),
        (at(9, 0, FRIDAY + datetime.timedelta(days=3)), "on Monday 30 November, by 9am"),
        (None, "as soon as somebody is there"),
    ],
)
def test_the_moment_of_the_rota_is_said_as_people_say_it(due, said):
    assert read_on_duty(due, at(9)) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hour", "minute", "due"),
    [
        (8, 0, (9, 30)),  # before the first shift
        (10, 0, (10, 30)),
        (12, 45, (13, 15)),  # across two shifts that touch
        (16, 50, None),  # too near the end of the last one: the next day's first
    ],
)
def test_a_worry_is_opened_within_the_minutes_of_the_shift_that_runs(hour, minute, due):
    monday = FRIDAY + datetime.timedelta(days=3)
    shift(at(9), at(13))
    shift(at(13), at(17))
    shift(at(9, 0, monday), at(17, 0, monday), within=60)
    assert opened_by(at(hour, minute)) == (at(*due) if due else at(10, 0, monday))


@pytest.mark.django_db
def test_cover_stands_in_for_a_lead_who_left_and_nobody_at_all_is_the_truth():
    gone = make_person(Role.SAFEGUARDING, is_active=False)
    one = shift(at(9), at(17), lead=gone)
    assert opened_by(at(10)) is None
    one.cover = make_person(Role.SAFEGUARDING)
    one.save()
    assert opened_by(at(10)) == at(10, 30)


@pytest.mark.django_db
def test_after_a_press_the_rota_says_when_where_one_is_kept(client):
    Rota.objects.update(kept=True)
    reading = begin(client)
    answer = client.post(reverse("review:worry"), {"reading": reading.pk}, follow=True)
    assert "Safeguarding will open this as soon as somebody is there." in answer.text
