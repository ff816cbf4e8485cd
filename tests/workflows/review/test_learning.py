"""Whoever is learning reads and votes beside two others: it is recorded, and decides nothing. Requirement 35."""

import pytest
from django.core.exceptions import PermissionDenied

from stories.actions import accept
from tests.answered import found_for
from tests.factories import make_own_words, make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.actions import choose_pace, end_learning
from workflows.people.enums import Role
from workflows.people.models import Champion, User
from workflows.privacy.actions import erase
from workflows.review.actions import cast_vote, suggest
from workflows.review.answered import answered
from workflows.review.answering import confirm_own_words
from workflows.review.burdens import what_learners_did
from workflows.review.cases import page_of, step_of
from workflows.review.enums import ReadingState, Verdict
from workflows.review.models import ChampionReviewTask, PrepareTask, Reading, Suggestion, Vote
from workflows.review.thread import thread_of
from workflows.review.tidying import tidy
from workflows.review.waiting import changes_to_confirm

from .desks import make_learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner():
    return make_learner()


@pytest.fixture
def story(learner):
    return make_story_being_read()


def vote(reading, verdict=Verdict.FINE):
    digest = page_of(reading.case).words_digest()
    return cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=verdict, found=found_for(verdict))


def at(page):
    return type(step_of(page.case).task.specific)


def suggested_by(reading):
    key, before = page_of(reading.case).paragraphs[0]
    words = {"paragraph": key, "before": before, "after": "Late.", "reason": "Shorter."}
    return suggest(case=reading.case, person=reading.champion, **words)


def test_one_learner_is_asked_beside_the_two_who_count(story, learner):
    make_learner()
    assert Reading.objects.counted().filter(case=story.case).count() == 2
    beside = Reading.objects.get(case=story.case, beside=True)
    assert beside.champion.champion.learning


def test_a_story_without_readers_gets_none_by_a_learner(learner):
    page = make_story_being_read(champions=0)
    assert not Reading.objects.counted().filter(case=page.case).exists()
    assert step_of(page.case).lacking_since


@pytest.mark.parametrize("verdict", [Verdict.FINE, Verdict.NOT_NOW])
def test_a_learners_vote_is_kept_and_decides_nothing(story, verdict):
    vote(Reading.objects.get(case=story.case, beside=True), verdict)
    first, second = Reading.objects.counted().filter(case=story.case)
    vote(first)
    assert (Vote.objects.count(), at(story)) == (2, ChampionReviewTask)
    assert Reading.objects.counted().filter(case=story.case).count() == 2
    vote(second)
    assert at(story) is PrepareTask


def test_two_readers_do_not_wait_for_a_learner(story):
    for reading in Reading.objects.counted().filter(case=story.case):
        vote(reading)
    assert at(story) is PrepareTask
    assert Reading.objects.get(case=story.case, beside=True).state == ReadingState.NOT_NEEDED


def test_what_a_learner_suggests_never_reaches_the_author(learner):
    for _number in range(2):
        make_person(Role.CHAMPION)
    case = make_submission().case
    accept(case=case, person=make_person(Role.SAFEGUARDING))
    beside = Reading.objects.get(case=case, beside=True)
    noted = suggested_by(beside)
    assert noted.practice
    vote(beside, Verdict.FINE_WITH_SUGGESTIONS)
    for reading in Reading.objects.counted().filter(case=case):
        vote(reading)
    step = step_of(case)
    assert not Suggestion.objects.of_round(step).exists()
    assert answered() == []
    assert "Some suggestions still wait" not in str(thread_of(page_of(case)))
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    assert not Suggestion.objects.filter(case=case).exists()
    assert "two trained champions" in str(thread_of(page_of(case)))


def test_the_spelling_a_learner_tidies_never_reaches_the_author_either(story):
    reading = Reading.objects.get(case=story.case, beside=True)
    key, before = story.paragraphs[0]
    tidy(case=story.case, person=reading.champion, digest=story.words_digest(), texts={key: f"{before.rstrip('.')}!"})
    assert Suggestion.objects.get(case=story.case).practice
    for counted in Reading.objects.counted().filter(case=story.case):
        vote(counted)
    assert not Suggestion.objects.of_round(step_of(story.case)).exists()


def test_what_a_learner_noted_goes_with_the_story(story):
    suggested_by(Reading.objects.get(case=story.case, beside=True))
    erase(case=story.case)
    assert not Suggestion.objects.exists()


def test_a_learner_confirms_no_changed_words():
    words, learner = make_own_words(make_story_with_author()), make_learner()
    assert changes_to_confirm(learner) == []
    with pytest.raises(PermissionDenied):
        confirm_own_words(suggestion=words, person=learner)


def test_a_champion_who_only_chose_a_pace_is_learning_until_staff_say_otherwise():
    person = make_person(Role.CHAMPION)
    Champion.objects.filter(person=person).delete()
    person = User.objects.get(pk=person.pk)
    assert choose_pace(person=person, weekly_limit=2).learning


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING])
def test_nobody_else_says_that_somebody_has_learned_it(learner, role):
    with pytest.raises(PermissionDenied):
        end_learning(champion=learner.champion, person=make_person(role))
    assert Champion.objects.get(person=learner).learning


def test_nobody_says_it_of_themselves(learner):
    keeper = make_person(Role.SAFEGUARDING)
    champion = Champion.objects.create(person=keeper)
    with pytest.raises(PermissionDenied):
        end_learning(champion=champion, person=keeper)


def test_from_the_next_story_on_it_counts_and_what_is_open_stays_as_it_was(story, learner):
    for _press in range(2):
        end_learning(champion=learner.champion, person=make_person(Role.SAFEGUARDING))
    assert Reading.objects.get(case=story.case, champion=learner).beside
    Champion.objects.exclude(person=learner).update(paused=True)
    other = make_story_being_read(champions=1)
    assert not Reading.objects.get(case=other.case, champion=learner).beside


def test_staff_see_how_a_learners_answers_compare_once_two_have_answered(story, learner):
    vote(Reading.objects.get(case=story.case, beside=True))
    first, second = Reading.objects.counted().filter(case=story.case)
    vote(first)
    assert [(person.read, person.alike) for person in what_learners_did()] == [(1, 0)]
    vote(second)
    assert [(person.read, person.alike) for person in what_learners_did()] == [(1, 1)]
