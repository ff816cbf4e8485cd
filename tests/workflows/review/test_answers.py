"""Answers forged, stale, or about words that two people still have to read: none of them opens a way to the yes."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.actions import seal
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.coverage import is_covered
from workflows.review.enums import HEADLINE, Answer, SuggestionKind
from workflows.review.errors import Refused, Stale
from workflows.review.models import Suggestion
from workflows.review.rules import is_answerable

from .roads import superuser

pytestmark = pytest.mark.django_db
HINT, MUST = SuggestionKind.SUGGESTION, SuggestionKind.MUST
CLUB = (1, "My coach never asked.", "It names a club.", HINT)
SCHOOL = (0, "It was late.", "It names a line.", HINT)


def draft(case):
    return draft_of(page_of(case))


def answer(case, suggestion, given, words="", *, digest=None):
    digest = digest or draft(case).words_digest()
    answer_suggestions(case=case, digest=digest, answers={suggestion.pk: (given, words)})


def only(case):
    return Suggestion.objects.unanswered().get(case=case)


@pytest.mark.parametrize("forged", ["", "yes", "approve", "KEEP"])
def test_an_answer_that_is_none_is_refused(forged):
    case = make_story_with_author(CLUB)
    with pytest.raises(Refused):
        answer(case, only(case), forged)
    assert only(case).answered_at is None


@pytest.mark.parametrize(
    ("kind", "after", "headline", "fitting"),
    [
        (HINT, "x", False, {Answer.USE, Answer.KEEP, Answer.OWN, Answer.LEAVE_OUT}),
        (HINT, "x", True, {Answer.USE, Answer.KEEP, Answer.OWN}),
        (MUST, "x", False, {Answer.USE, Answer.OWN, Answer.LEAVE_OUT}),
        (MUST, "", False, {Answer.OWN, Answer.LEAVE_OUT}),
        (MUST, "", True, {Answer.OWN}),
    ],
)
def test_which_answers_fit(kind, after, headline, fitting):
    suggestion = SimpleNamespace(kind=kind, after=after, withdrawn_at=None)
    assert {given for given in Answer if is_answerable(suggestion, given, is_headline=headline)} == fitting


def test_an_answer_to_words_that_have_changed_is_stale():
    case = make_story_with_author(CLUB)
    with pytest.raises(Stale):
        answer(case, only(case), Answer.USE, digest="0" * 64)


def test_own_words_for_a_title_fit_its_column():
    case = make_story_with_author((HEADLINE, "A title", "Why.", HINT))
    with pytest.raises(Refused):
        answer(case, only(case), Answer.OWN, "x" * 121)


@pytest.mark.parametrize(
    "who",
    [
        lambda: make_person(Role.CHAMPION),
        lambda: make_person(Role.EDITOR),
        superuser,
        lambda: make_person(Role.SAFEGUARDING, is_active=False),
    ],
)
def test_only_safeguarding_lets_new_words_in(who):
    case = make_story_with_author(CLUB)
    suggestion = only(case)
    answer(case, suggestion, Answer.OWN, "Nobody asked.")
    with pytest.raises(PermissionDenied):
        check_own_words(suggestion=suggestion, person=who())
    assert "Nobody asked." not in str(draft(case).paragraphs)


@pytest.mark.parametrize("who", [lambda: make_person(Role.SAFEGUARDING), lambda: make_person(Role.EDITOR), superuser])
def test_only_a_champion_confirms_them(who):
    case = make_story_with_author(CLUB)
    suggestion = only(case)
    answer(case, suggestion, Answer.OWN, "Nobody asked.")
    check_own_words(suggestion=suggestion, person=make_person(Role.SAFEGUARDING))
    for person in (who(), suggestion.made_by):
        with pytest.raises(PermissionDenied):
            confirm_own_words(suggestion=suggestion, person=person)


def test_words_are_not_confirmed_before_they_were_let_in_nor_let_in_twice():
    case, keeper = make_story_with_author(CLUB), make_person(Role.SAFEGUARDING)
    suggestion, champion = only(case), make_person(Role.CHAMPION)
    for too_early in (
        lambda: check_own_words(suggestion=suggestion, person=keeper),
        lambda: confirm_own_words(suggestion=suggestion, person=champion),
    ):
        with pytest.raises(Stale):
            too_early()
    answer(case, suggestion, Answer.OWN, "Nobody asked.")
    with pytest.raises(Stale):
        confirm_own_words(suggestion=suggestion, person=champion)
    check_own_words(suggestion=suggestion, person=keeper)
    with pytest.raises(Stale):
        check_own_words(suggestion=suggestion, person=keeper)
    confirm_own_words(suggestion=suggestion, person=champion)
    with pytest.raises(Stale):
        confirm_own_words(suggestion=suggestion, person=champion)


@pytest.mark.parametrize("stopped_by", ["safeguarding", "a champion"])
def test_words_that_were_turned_down_are_not_confirmed_by_somebody_else(stopped_by):
    case, keeper = make_story_with_author(CLUB), make_person(Role.SAFEGUARDING)
    suggestion = only(case)
    answer(case, suggestion, Answer.OWN, "Mr Ross never asked.")
    if stopped_by == "safeguarding":
        check_own_words(suggestion=suggestion, person=keeper, reason="It names a person.")
    else:
        check_own_words(suggestion=suggestion, person=keeper)
        confirm_own_words(suggestion=suggestion, person=make_person(Role.CHAMPION), reason="It names a person.")
    for again in (
        lambda: check_own_words(suggestion=suggestion, person=keeper),
        lambda: confirm_own_words(suggestion=suggestion, person=make_person(Role.CHAMPION)),
    ):
        with pytest.raises(Stale):
            again()
    Suggestion._base_manager.filter(pk=suggestion.pk).update(confirmed_at=suggestion.made_at)
    changed = draft(case)
    changed.put_paragraph(suggestion.paragraph, "Mr Ross never asked.")
    changed.save_revision()
    assert is_covered(page_of(case), draft(case)) is False


def test_turned_down_by_both_then_answered_anew_until_the_yes_works():
    case, keeper = make_story_with_author(CLUB), make_person(Role.SAFEGUARDING)
    answer(case, only_one := only(case), Answer.OWN, "Call 0141 496 0000.")
    check_own_words(suggestion=only_one, person=keeper, reason="It has a phone number.")
    answer(case, second := only(case), Answer.OWN, "Mr Ross never asked.")
    check_own_words(suggestion=second, person=keeper)
    confirm_own_words(suggestion=second, person=make_person(Role.CHAMPION), reason="It names a person.")
    with pytest.raises(Refused, match="wait for your answer"):
        seal(case=case, digest=draft(case).digest())
    answer(case, third := only(case), Answer.OWN, "Nobody I knew asked.")
    with pytest.raises(Refused, match="still being read"):
        seal(case=case, digest=draft(case).digest())
    check_own_words(suggestion=third, person=keeper)
    confirm_own_words(suggestion=third, person=make_person(Role.CHAMPION))
    assert draft(case).paragraphs[1][1] == "Nobody I knew asked."
    seal(case=case, digest=draft(case).digest())


def test_the_author_hears_once_all_new_words_were_read():
    case, keeper = make_story_with_author(SCHOOL, CLUB), make_person(Role.SAFEGUARDING)
    both = list(Suggestion.objects.filter(case=case))
    for number, suggestion in enumerate(both):
        answer(case, suggestion, Answer.OWN, f"My own words {number}.")
    letters = Letter.objects.filter(case=case, kind=LetterKind.CHANGES_SUGGESTED)
    before = letters.count()
    for suggestion in both:
        check_own_words(suggestion=suggestion, person=keeper)
    confirm_own_words(suggestion=both[0], person=make_person(Role.CHAMPION))
    assert letters.count() == before
    confirm_own_words(suggestion=both[1], person=make_person(Role.CHAMPION))
    assert letters.count() == before + 1
