"""A worry: anyone stops a story, at any step; only safeguarding lets it go on; nobody learns why. Requirement 44."""

import pytest
from django.core.exceptions import PermissionDenied

from stories.actions import accept
from tests.factories import make_person, make_public_story, make_story_with_author, make_submission
from tests.workflows.review.roads import accepted, is_listed, is_served, sealed, superuser
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.actions import (
    ask_for_soon,
    cast_vote,
    change_mind,
    give_back,
    open_reading,
    publish_due,
    seal,
    suggest,
)
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer, ReadingState, SuggestionKind, Verdict
from workflows.review.errors import Frozen
from workflows.review.models import Reading, Suggestion
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import frozen_cases, is_frozen
from workflows.safeguarding.models import Concern
from workflows.safeguarding.rules import can_see_concerns, can_unfreeze
from workflows.safeguarding.signals import case_frozen, case_unfrozen

pytestmark = pytest.mark.django_db


def freeze(case, **fields):
    return raise_concern(case=case, raised_by=RaisedBy.STAFF, **fields)


def test_a_concern_freezes_alerts_all_of_safeguarding_and_says_nothing_in_it():
    keepers = [make_person(Role.SAFEGUARDING) for _number in range(2)]
    make_person(Role.SAFEGUARDING, is_active=False)
    case, person = make_submission().case, make_person(Role.CHAMPION)
    concern = freeze(case, person=person, text="She wrote about pills.")
    assert is_frozen(case)
    assert [row["case"] for row in frozen_cases()] == [case]
    letters = Letter.objects.filter(kind=LetterKind.CONCERN_RAISED, case=case)
    assert {letter.person for letter in letters} == set(keepers)
    assert freeze(case, person=person, text="She wrote about pills.") == concern
    assert freeze(case, person=person, text="And more.") != concern
    assert Concern.objects.count() == 2


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING] + [None])
def test_only_safeguarding_unfreezes_or_sees_why(role):
    person = make_person(role) if role else superuser()
    case = make_submission().case
    freeze(case)
    with pytest.raises(PermissionDenied):
        unfreeze(case=case, person=person, outcome="Fine.")
    assert is_frozen(case)
    assert (can_unfreeze(person), can_see_concerns(person)) == (False, False)


def test_one_unfreezing_closes_every_worry_and_keeps_what_was_decided():
    keeper, case, other = make_person(Role.SAFEGUARDING), make_submission().case, make_submission().case
    freeze(case), freeze(case), freeze(other)
    unfreeze(case=case, person=keeper, outcome="We spoke with her.")
    assert (is_frozen(case), is_frozen(other)) == (False, True)
    closed = Concern.objects.filter(case=case)
    assert {(concern.outcome, concern.closed_by) for concern in closed} == {("We spoke with her.", keeper)}
    assert can_see_concerns(keeper)


def test_a_worry_raised_while_the_last_one_closes_keeps_the_story_frozen():
    keeper, case = make_person(Role.SAFEGUARDING), make_submission().case
    freeze(case)
    heard = []
    case_unfrozen.connect(lambda case, **kwargs: heard.append(case), weak=False, dispatch_uid="test")
    again = [True]

    def worry_again(sender, instance, **kwargs):
        if instance.closed_at and again.pop():
            again.append(False)
            freeze(case)

    from django.db.models.signals import post_save

    post_save.connect(worry_again, sender=Concern)
    try:
        unfreeze(case=case, person=keeper, outcome="All well.")
    finally:
        post_save.disconnect(worry_again, sender=Concern)
        case_unfrozen.disconnect(dispatch_uid="test")
    assert (is_frozen(case), heard) == (True, [])


def test_those_above_hear_of_freezing_inside_the_same_transaction():
    heard = []
    case_frozen.connect(lambda case, **kwargs: heard.append(case), weak=False, dispatch_uid="test")
    case = make_submission().case
    freeze(case)
    case_frozen.disconnect(dispatch_uid="test")
    assert heard == [case]


def frozen_actions():
    """Return, one by one, every action of every step on a frozen story."""
    page = accepted()
    reading = Reading.objects.filter(case=page.case).first()
    key, text = page.paragraphs[0]
    digest = page.words_digest()
    freeze(page.case)
    person = reading.champion
    yield lambda: open_reading(reading=reading, person=person)
    yield lambda: suggest(case=page.case, person=person, paragraph=key, before=text, after="x", reason="y")
    yield lambda: cast_vote(reading=reading, person=person, digest=digest, verdict=Verdict.FINE)
    yield lambda: give_back(reading=reading, person=person, state=ReadingState.HANDED_BACK)
    case = make_story_with_author((0, "Late.", "Why.", SuggestionKind.SUGGESTION))
    draft, suggestion = draft_of(page_of(case)), Suggestion.objects.get(case=case)
    freeze(case)
    answers = {suggestion.pk: (Answer.USE, "")}
    yield lambda: answer_suggestions(case=case, digest=draft.words_digest(), answers=answers)
    yield lambda: check_own_words(suggestion=suggestion, person=make_person(Role.SAFEGUARDING))
    yield lambda: confirm_own_words(suggestion=suggestion, person=make_person(Role.CHAMPION))
    yield lambda: seal(case=case, digest=draft.digest())
    waiting = sealed()
    freeze(waiting.case)
    yield lambda: ask_for_soon(case=waiting.case)
    yield lambda: change_mind(case=waiting.case)
    submission = make_submission()
    freeze(submission.case)
    yield lambda: accept(case=submission.case, person=make_person(Role.SAFEGUARDING))


def test_a_frozen_story_moves_at_no_step_for_nobody():
    refused = 0
    for action in frozen_actions():
        with pytest.raises(Frozen):
            action()
        refused += 1
    assert refused == 11


def test_a_public_story_is_out_of_sight_at_once_and_comes_back_with_the_same_yes():
    page = make_public_story()
    freeze(page.case)
    assert (is_served(page), is_listed(page), publish_due(case=page.case)) == (False, False, False)
    unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
    assert (is_served(page), is_listed(page)) == (True, True)
