"""Promised dates: staff are warned once before, the author hears the truth after."""

import datetime

import pytest
from django.utils import timezone

from stories.actions import accept
from stories.promises import watch_submissions
from stories.submission import Submission
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.cases import step_of
from workflows.review.models import Reading
from workflows.review.promises import look_for_readers, watch_promises

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def letters(kind):
    return Letter.objects.filter(kind=kind).count()


@pytest.fixture
def story():
    return accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))


def due(story, days):
    step = step_of(story.case)
    step.due_on = timezone.localdate() + days * DAY
    step.save()
    watch_promises()
    step.refresh_from_db()
    return step


def test_a_step_due_tomorrow_warns_staff_once(story):
    due(story, 1)
    watch_promises()
    assert letters(LetterKind.PROMISE_AT_RISK) == 1
    assert letters(LetterKind.PROMISE_MOVED) == 0


def test_a_step_due_later_warns_nobody(story):
    due(story, 2)
    assert letters(LetterKind.PROMISE_AT_RISK) == 0


def test_a_broken_promise_gets_a_new_date_and_the_author_hears(story):
    step = due(story, -1)
    assert step.due_on == timezone.localdate() + 7 * DAY
    assert letters(LetterKind.PROMISE_MOVED) == 1


@pytest.mark.parametrize(("days", "kind"), [(1, LetterKind.PROMISE_AT_RISK), (-1, LetterKind.PROMISE_MOVED)])
def test_the_answer_to_what_was_sent_is_watched_as_well(days, kind):
    make_person(Role.SAFEGUARDING)
    case = make_submission().case
    Submission.objects.filter(case=case).update(due_on=timezone.localdate() + days * DAY)
    watch_submissions()
    watch_submissions()
    assert letters(kind) == 1


def test_a_story_without_readers_is_offered_to_whoever_joins(story):
    assert Reading.objects.count() == 0
    make_person(Role.CHAMPION)
    look_for_readers()
    look_for_readers()
    assert Reading.objects.filter(case=story.case).count() == 1
