"""Nobody waits for a reader who is late or gone: reminders, the next reader, and the truth for the author.

Requirement 35.
"""

import datetime

import pytest
import time_machine
from django.utils import timezone

from stories.status import Place, status_of
from stories.submission import Submission
from stories.timeline import what_happened
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.cases import page_of, step_of
from workflows.review.enums import ReadingState
from workflows.review.models import ChampionReviewTask, Reading
from workflows.review.promises import look_for_readers
from workflows.review.reminding import remind_readers
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

from .desks import make_learner, own_profile

pytestmark = pytest.mark.django_db


def after(days):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def letters(kind):
    return Letter.objects.filter(kind=kind).count()


@pytest.mark.parametrize(("days", "expected"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 1), (5, 0)])
def test_a_reader_is_reminded_at_half_time_or_a_day_before_and_not_once_it_is_late(days, expected):
    make_story_being_read(champions=1)
    with after(days):
        for _minute in range(2):
            remind_readers()
    assert letters(LetterKind.READING_REMINDER) == expected


def test_a_reader_is_reminded_twice_in_all():
    make_story_being_read(champions=1)
    for day in range(6):
        with after(day):
            remind_readers()
    assert letters(LetterKind.READING_REMINDER) == 2


def test_nobody_is_reminded_of_what_is_paused_and_the_days_begin_anew_after_it():
    page = make_story_being_read(champions=1)
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    with after(3):
        remind_readers()
        assert letters(LetterKind.READING_REMINDER) == 0
        unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="Safe.")
        remind_readers()
        assert letters(LetterKind.READING_REMINDER) == 0
        assert Reading.objects.get().due_on == timezone.localdate() + datetime.timedelta(days=4)


def test_a_late_reading_goes_to_the_next_reader_who_gets_days_of_their_own():
    page = make_story_being_read()
    third = make_person(Role.CHAMPION)
    late = Reading.objects.filter(case=page.case).order_by("pk").first()
    Reading.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    for _minute in range(2):
        look_for_readers()
    late.refresh_from_db()
    assert late.state == ReadingState.LAPSED
    new = Reading.objects.get(case=page.case, champion=third)
    assert new.due_on == timezone.localdate() + datetime.timedelta(days=4)
    assert letters(LetterKind.READING_PASSED_ON) == 1


def test_on_its_last_day_a_reading_stays():
    make_story_being_read()
    make_person(Role.CHAMPION)
    with after(4):
        look_for_readers()
    assert Reading.objects.filter(state=ReadingState.LAPSED).count() == 0


def test_a_late_reader_is_better_than_none():
    make_story_being_read()
    make_person(Role.CHAMPION)
    with after(5):
        look_for_readers()
        assert Reading.objects.held().count() == 2
    assert letters(LetterKind.READING_PASSED_ON) == 1


def test_whoever_takes_a_break_holds_nothing_once_another_is_free():
    page = make_story_being_read()
    resting = Reading.objects.filter(case=page.case).first()
    own_profile(resting.champion, paused=True)
    look_for_readers()
    assert Reading.objects.get(pk=resting.pk).state == ReadingState.OFFERED
    third = make_person(Role.CHAMPION)
    look_for_readers()
    assert Reading.objects.get(pk=resting.pk).state == ReadingState.LAPSED
    assert Reading.objects.held().filter(case=page.case, champion=third).exists()


def test_a_late_learner_is_let_go_without_another_in_their_place():
    make_learner()
    page = make_story_being_read()
    Reading.objects.filter(beside=True).update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    look_for_readers()
    assert Reading.objects.get(case=page.case, beside=True).state == ReadingState.LAPSED
    assert Reading.objects.held().count() == 2


def test_when_nobody_is_free_for_days_staff_hear_and_the_author_hears_the_truth_and_a_new_date_once():
    page = make_story_being_read(champions=1)
    keepers = 1
    first_promise = step_of(page.case).due_on
    with after(2):
        look_for_readers()
    assert letters(LetterKind.PROMISE_MOVED) == 0
    with after(3.1):
        for _minute in range(2):
            look_for_readers()
        step = step_of(page.case)
        assert step.due_on == max(first_promise, timezone.localdate() + datetime.timedelta(days=7))
        assert (letters(LetterKind.PROMISE_MOVED), letters(LetterKind.PROMISE_AT_RISK)) == (1, keepers)
        submission = Submission.objects.get(case=page.case)
        status = status_of(submission)
        assert (status.place, status.due_on) == (Place.LOOKING, step.due_on)
        assert "No reader was free in time" in str(what_happened(submission, page_of(page.case)))


def test_the_days_without_a_reader_are_a_setting():
    ChampionReviewTask.objects.update(days_alone=1)
    make_story_being_read(champions=1)
    with after(1.1):
        look_for_readers()
    assert letters(LetterKind.PROMISE_MOVED) == 1


def test_once_somebody_is_free_the_story_is_being_read_again():
    page = make_story_being_read(champions=1)
    with after(4):
        look_for_readers()
        make_person(Role.CHAMPION)
        look_for_readers()
        assert status_of(Submission.objects.get(case=page.case)).place == Place.BEING_READ
    assert step_of(page.case).lacking_since is None
