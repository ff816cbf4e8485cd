"""Promised dates: staff are warned once before, the author hears the truth after; nothing waits for somebody gone."""

import datetime
import uuid

import pytest
from django.utils import timezone

from stories.actions import accept, ask
from stories.promises import watch_pauses, watch_submissions
from stories.sharing import Sharing
from stories.submission import Submission
from tests.factories import make_own_words, make_person, make_story_with_author, make_submission
from workflows.people.enums import Role, Training
from workflows.people.models import User
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import CaseKey, Letter
from workflows.review.actions import suggest
from workflows.review.cases import step_of
from workflows.review.enums import ReadingState
from workflows.review.models import Reading, Suggestion
from workflows.review.promises import look_for_readers, watch_promises
from workflows.review.stuck import stuck_cases
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

from .roads import sealed, set_day

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


def test_a_page_that_waits_for_its_day_owes_nothing():
    page = sealed()
    set_day(page, hours=24 * 30)
    step = due(page, -1)
    assert (step.due_on, letters(LetterKind.PROMISE_MOVED)) == (timezone.localdate() - DAY, 0)


def test_a_question_that_waits_for_its_author_breaks_no_promise():
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    ask(case=case, person=keeper, question="Which year was that?")
    Submission.objects.filter(case=case).update(due_on=timezone.localdate() - DAY)
    watch_submissions()
    assert (letters(LetterKind.PROMISE_MOVED), letters(LetterKind.PROMISE_AT_RISK)) == (0, 0)


def own_words(days):
    make_person(Role.SAFEGUARDING)
    row = make_own_words(make_story_with_author(), checked=False)
    Suggestion.objects.filter(pk=row.pk).update(due_on=timezone.localdate() + days * DAY)
    for _tick in range(2):
        watch_promises()
    return row.__class__.objects.get(pk=row.pk)


def test_an_authors_own_words_have_a_date():
    row = make_own_words(make_story_with_author(), checked=False)
    assert row.due_on == timezone.localdate() + 7 * DAY


def test_the_reading_of_own_words_due_tomorrow_warns_safeguarding_once():
    row = own_words(1)
    assert letters(LetterKind.PROMISE_AT_RISK) == User.objects.in_role(Role.SAFEGUARDING).count() > 0
    assert row.due_on == timezone.localdate() + DAY


def test_the_reading_of_own_words_that_is_late_gets_a_new_date_and_the_author_hears():
    row = own_words(-1)
    assert row.due_on == timezone.localdate() + 7 * DAY
    assert letters(LetterKind.PROMISE_MOVED) == 1


@pytest.mark.parametrize(("days", "kind"), [(1, LetterKind.PROMISE_AT_RISK), (-1, LetterKind.PROMISE_MOVED)])
def test_news_of_a_pause_is_watched(days, kind):
    make_person(Role.SAFEGUARDING)
    case = make_submission().case
    concern = raise_concern(case=case, raised_by=RaisedBy.AUTHOR)
    assert Concern.objects.get(pk=concern.pk).due_on == Sharing.load().answer_by()
    Concern.objects.filter(pk=concern.pk).update(due_on=timezone.localdate() + days * DAY)
    for _tick in range(2):
        watch_pauses()
    assert letters(kind) == 1


def test_a_worry_about_something_without_an_author_is_watched_without_a_letter_to_anyone():
    case = uuid.uuid4()
    mint_key(case)
    concern = raise_concern(case=case, raised_by=RaisedBy.STAFF)
    Concern.objects.filter(pk=concern.pk).update(due_on=timezone.localdate() - DAY)
    watch_pauses()
    assert Concern.objects.get(pk=concern.pk).due_on == Sharing.load().answer_by()
    assert letters(LetterKind.PROMISE_MOVED) == 0


def test_one_case_that_fails_holds_up_no_other_promise(story, caplog):
    other = accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))
    CaseKey.objects.filter(case=story.case).delete()  # now nobody can write to its author
    for page in (story, other):
        step = step_of(page.case)
        step.due_on = timezone.localdate() - DAY
        step.save()
    watch_promises()
    assert step_of(other.case).due_on == timezone.localdate() + 7 * DAY
    assert "failed for one of many: CannotOpen" in caplog.text


LAPSES = {
    "gone": lambda champion: User.objects.filter(pk=champion.pk).update(is_active=False),
    "no champion any more": lambda champion: champion.groups.clear(),
    "training run out": lambda champion: champion.qualifications.filter(kind=Training.CHAMPION).delete(),
    "PVG mark run out": lambda champion: champion.qualifications.filter(kind=Training.PVG).delete(),
}


@pytest.mark.parametrize("lapse", LAPSES.values(), ids=LAPSES)
def test_a_story_before_somebody_who_may_not_read_it_any_more_goes_to_another(lapse):
    make_person(Role.CHAMPION)
    page = accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))
    reading = Reading.objects.get()
    key, text = page.paragraphs[0]
    suggest(case=page.case, person=reading.champion, paragraph=key, before=text, after="Late.", reason="Shorter.")
    others = [make_person(Role.CHAMPION) for _number in range(2)]
    lapse(reading.champion)
    look_for_readers()
    reading.refresh_from_db()
    assert reading.state == ReadingState.LAPSED
    assert {held.champion for held in Reading.objects.held()} == set(others)
    assert not Suggestion.objects.exists()
    assert stuck_cases() == []


def test_a_reader_who_is_late_is_named_to_staff():
    for _number in range(2):
        make_person(Role.CHAMPION)
    page = accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))
    assert stuck_cases() == []
    Reading.objects.filter(case=page.case).update(due_on=timezone.localdate() - DAY)
    assert [(row.not_now, row.overdue) for row in stuck_cases()] == [(False, True)]


def test_a_paused_story_looks_for_no_reader_and_holds_up_no_other(story, caplog):
    other = accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    make_person(Role.CHAMPION)
    look_for_readers()
    assert {reading.case for reading in Reading.objects.all()} == {other.case}
    assert caplog.text == ""
