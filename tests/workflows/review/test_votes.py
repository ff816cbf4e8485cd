"""Votes: two trained people, each once, on the words that are there."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from stories.models import StoryPage
from tests.answered import found_for
from tests.factories import make_person
from workflows.people.enums import Band, Role
from workflows.people.models import Champion, Qualification, User
from workflows.review.actions import cast_vote, give_back, open_reading, suggest, take_suggestion_back
from workflows.review.assignment import free_candidates, story_of
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import HEADLINE, ReadingState, SuggestionKind, Verdict
from workflows.review.errors import Late, Refused, Stale
from workflows.review.models import ChampionReviewTask, PrepareTask, Reading, Suggestion, Vote
from workflows.review.readers import offer_missing

from .roads import UNSEEN, accepted, change

pytestmark = pytest.mark.django_db


def readings(page):
    return list(Reading.objects.filter(case=page.case).order_by("offered_at"))


def held(page):
    return list(Reading.objects.held().filter(case=page.case))


def vote(reading, verdict=Verdict.FINE, digest=None):
    digest = digest or draft_of(page_of(reading.case)).words_digest()
    found = found_for(verdict)
    return cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=verdict, found=found)


def at(page):
    return type(step_of(page.case).task.specific)


def test_a_stale_instance_votes_once():
    """Fact 8: what the instance remembers of itself is not asked."""
    page = accepted()
    reading = readings(page)[0]
    same = Reading.objects.get(pk=reading.pk)
    vote(reading)
    with pytest.raises(Late):
        vote(same)
    with pytest.raises(Late):
        open_reading(reading=same, person=same.champion)
    assert (Vote.objects.count(), at(page)) == (1, ChampionReviewTask)


def test_one_champion_is_never_asked_twice_and_the_database_says_so():
    page = accepted()
    first = readings(page)[0]
    give_back(reading=first, person=first.champion, state=ReadingState.HANDED_BACK)
    assert first.champion_id not in [person.pk for person in free_candidates(story_of(page.case))]
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(case=page.case, champion=first.champion, due_on=timezone.localdate())


def test_who_suggests_may_vote():
    page = accepted()
    reading = readings(page)[0]
    key, text = page.paragraphs[0]
    suggest(case=page.case, person=reading.champion, paragraph=key, before=text, after="Late.", reason="Shorter.")
    vote(reading, Verdict.FINE_WITH_SUGGESTIONS)
    assert Vote.objects.get().verdict == Verdict.FINE_WITH_SUGGESTIONS


def test_two_who_step_away_are_followed_by_two_others():
    page = accepted()
    for _number in range(2):
        make_person(Role.CHAMPION)
    for reading in readings(page):
        give_back(reading=reading, person=reading.champion, state=ReadingState.STEPPED_AWAY)
    assert len(held(page)) == 2
    for reading in held(page):
        vote(reading)
    assert at(page) is PrepareTask


@pytest.mark.parametrize("state", [ReadingState.DONE, ReadingState.NOT_NEEDED, ReadingState.OPEN])
def test_a_reading_is_not_ended_as_something_else(state):
    reading = readings(accepted())[0]
    with pytest.raises(PermissionDenied):
        give_back(reading=reading, person=reading.champion, state=state)


def test_nobody_ends_anothers_reading():
    first, second = readings(accepted())
    with pytest.raises(PermissionDenied):
        give_back(reading=first, person=second.champion, state=ReadingState.HANDED_BACK)
    with pytest.raises(PermissionDenied):
        cast_vote(reading=first, person=second.champion, digest="", verdict=Verdict.FINE)


def test_one_not_now_asks_a_third_whose_yes_decides():
    page = accepted()
    first, second = readings(page)
    vote(first, Verdict.NOT_NOW)
    assert len(held(page)) == 2
    vote(second)
    third = held(page)[0]
    vote(third)
    assert at(page) is PrepareTask


def test_two_not_now_stop_the_asking():
    page = accepted()
    make_person(Role.CHAMPION)
    for reading in readings(page):
        vote(reading, Verdict.NOT_NOW)
    asked = held(page)[0]
    give_back(reading=asked, person=asked.champion, state=ReadingState.HANDED_BACK)
    assert (held(page), at(page)) == ([], ChampionReviewTask)
    assert offer_missing(step=step_of(page.case)) == []


def test_a_yes_to_other_words_does_not_count():
    """Fact 1: bound to the digest, not to the revision."""
    page = accepted()
    first, second = readings(page)
    digest = page.words_digest()
    vote(first)
    change(page, headline=UNSEEN).save_revision()
    with pytest.raises(Stale):
        vote(second, digest=digest)
    vote(second)
    assert at(page) is ChampionReviewTask


def test_a_verdict_that_is_none_is_no_vote():
    with pytest.raises(ValueError, match="perhaps"):
        vote(readings(accepted())[0], "perhaps")
    assert Vote.objects.count() == 0


LAPSES = {
    "training": lambda person: Qualification.objects.filter(person=person, kind="champion").update(
        valid_until="2020-01-01"
    ),
    "mark": lambda person: Qualification.objects.filter(person=person, kind="pvg").delete(),
    "role": lambda person: person.groups.clear(),
    "account": lambda person: User.objects.filter(pk=person.pk).update(is_active=False),
}


@pytest.mark.parametrize("lapse", LAPSES.values(), ids=LAPSES)
def test_a_qualification_that_lapsed_while_reading_counts(lapse):
    page = accepted(band=Band.B16_17)
    reading = readings(page)[0]
    open_reading(reading=reading, person=reading.champion)
    lapse(reading.champion)
    reading = Reading.objects.get(pk=reading.pk)
    key, text = page.paragraphs[0]
    for refused in (
        lambda: vote(reading),
        lambda: open_reading(reading=reading, person=reading.champion),
        lambda: suggest(
            case=page.case, person=reading.champion, paragraph=key, before=text, after="x", reason="Because."
        ),
    ):
        with pytest.raises((PermissionDenied, Late)):
            refused()
    assert Vote.objects.count() == 0


def test_readers_are_chosen_within_their_limits_the_least_burdened_first():
    page = accepted()
    free = free_candidates(story_of(page.case))
    Champion.objects.filter(person=free[0].pk).update(paused=True)
    late = make_person(Role.CHAMPION)
    Champion.objects.filter(person=late).update(weekly_limit=1)
    Reading.objects.create(case=StoryPage().translation_key, champion=late, due_on=timezone.localdate())
    fresh, busy = make_person(Role.CHAMPION), make_person(Role.CHAMPION)
    Reading.objects.create(case=StoryPage().translation_key, champion=busy, due_on=timezone.localdate())
    make_person(Role.CHAMPION, pvg=False)
    chosen = [person.pk for person in free_candidates(story_of(page.case))]
    assert [pk for pk in chosen if pk in (fresh.pk, busy.pk, late.pk)] == [fresh.pk, busy.pk]


def test_fewer_readers_than_needed_are_offered_what_there_is():
    page = accepted()
    User.objects.in_role(Role.CHAMPION).exclude(readings__case=page.case).delete()
    reading = readings(page)[0]
    give_back(reading=reading, person=reading.champion, state=ReadingState.HANDED_BACK)
    assert len(held(page)) == 1


BAD_SUGGESTIONS = {
    "nothing": ({"after": " "}, Refused),
    "the same": ({"after": "The bus was late.\r\n"}, Refused),
    "the same, as what can't be published": (
        {"after": "The bus was late.", "kind": SuggestionKind.MUST},
        Refused,
    ),
    "no reason": ({"reason": " "}, Refused),
    "other words than there are": ({"before": UNSEEN}, Stale),
    "a paragraph there is not": ({"paragraph": "nowhere"}, Stale),
    "a title too long": ({"paragraph": HEADLINE, "before": "The bus stop question", "after": "x" * 121}, Refused),
}


@pytest.mark.parametrize(("changes", "error"), BAD_SUGGESTIONS.values(), ids=BAD_SUGGESTIONS)
def test_a_suggestion_that_does_not_fit_is_refused(changes, error):
    page = accepted()
    key, text = page.paragraphs[0]
    words = {"paragraph": key, "before": text, "after": "Late.", "reason": "Shorter."} | changes
    with pytest.raises(error):
        suggest(case=page.case, person=readings(page)[0].champion, **words)
    assert not Suggestion.objects.exists()


def test_only_readers_and_then_editors_suggest_and_take_back_their_own():
    page, editor, stranger = accepted(), make_person(Role.EDITOR), make_person(Role.CHAMPION)
    key, text = page.paragraphs[0]
    words = {"case": page.case, "paragraph": key, "before": text, "after": "Late.", "reason": "Shorter."}
    for person in (editor, stranger):
        with pytest.raises(PermissionDenied):
            suggest(person=person, **words)
    first, second = readings(page)
    made = suggest(person=first.champion, **words)
    with pytest.raises(PermissionDenied):
        take_suggestion_back(suggestion=made, person=second.champion)
    take_suggestion_back(suggestion=made, person=first.champion)
    for reading in (first, second):
        vote(reading)
    with pytest.raises(Late):
        suggest(person=first.champion, **words)
    with pytest.raises(PermissionDenied):
        suggest(person=stranger, **words)
    assert suggest(person=editor, **words).made_by == editor
