"""What may be suggested: spelling that is spelling alone, the name on the page, nothing in another's name."""

import pytest
from django.core.exceptions import PermissionDenied

from stories.actions import accept
from stories.enums import Appear
from stories.submission import Submission
from tests.factories import make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.review.actions import cast_vote, suggest
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.coverage import is_covered
from workflows.review.enums import BYLINE, HEADLINE, Answer, SuggestionKind, Verdict
from workflows.review.errors import Refused, Stale
from workflows.review.models import Reading, Suggestion
from workflows.review.proposals import is_spelling_only

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I definately felt beter.", "I definitely felt better."),
        ("alot of noise", "a lot of noise"),
        ("some one asked", "someone asked"),
        ("it was late the bus", "It was late: the bus."),
        ("Ünïcödé wörd", "Unïcödé wörds"),
        ("اانا بخير", "انا بخير"),
        ("", ""),
    ],
)
def test_a_slip_of_the_pen_is_spelling(before, after):
    assert is_spelling_only(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("My coach never asked.", "My teacher never asked."),
        ("My coach never asked.", "My coach asked."),
        ("I felt bad.", "I felt bad and alone."),
        ("I was fine.", "I was fine, really not."),
        ("a" * 70, "b" * 70),
        ("one two", "two one"),
    ],
)
def test_other_words_are_not_spelling(before, after):
    assert not is_spelling_only(before, after)


def proposal(page, **more):
    champion = Reading.objects.filter(case=page.case).first().champion
    key, before = page.paragraphs[1]
    start = {"case": page.case, "person": champion, "paragraph": key, "before": before, "reason": ""}
    return start | more


def test_spelling_needs_no_reason_and_must_be_spelling():
    page = make_story_being_read(words="One.\n\nMy coach nevr asked.")
    made = suggest(**proposal(page, after="My coach never asked.", kind=SuggestionKind.SPELLING))
    assert (made.kind, made.reason) == (SuggestionKind.SPELLING, "")
    with pytest.raises(Refused, match="more than the spelling"):
        suggest(**proposal(page, after="Nobody asked.", kind=SuggestionKind.SPELLING))
    with pytest.raises(Refused, match="empty or the same"):
        suggest(**proposal(page, after="", kind=SuggestionKind.SPELLING))
    with pytest.raises(Refused, match="say why"):
        suggest(**proposal(page, after="My coach never asked."))


@pytest.mark.parametrize("kind", [SuggestionKind.ADDED, SuggestionKind.AUTHOR])
def test_nobody_suggests_in_the_authors_or_the_pages_name(kind):
    page = make_story_being_read()
    with pytest.raises(PermissionDenied):
        suggest(**proposal(page, after="Other.", reason="Why.", kind=kind))


def named_story():
    """Return a story with a name on its page, before its champions."""
    case = make_submission().case
    submission = Submission.objects.get(case=case)
    submission.appear, submission.byline = Appear.CHOSEN, "Kim from Strathorra"
    submission.save()
    for _number in range(2):
        make_person(Role.CHAMPION)
    return accept(case=case, person=make_person(Role.SAFEGUARDING))


def with_its_author(page, after="Kim"):
    """Bring a story to its author with a suggestion for the name on its page."""
    suggest(**proposal(page, paragraph=BYLINE, before="Kim from Strathorra", after=after, reason="A small town."))
    for reading in Reading.objects.filter(case=page.case):
        mine = Suggestion.objects.filter(made_by=reading.champion).exists()
        verdict = Verdict.FINE_WITH_SUGGESTIONS if mine else Verdict.FINE
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=verdict)
    step = step_of(page.case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    return Suggestion.objects.get(case=page.case)


def answer(row, given, words=""):
    draft = draft_of(page_of(row.case))
    answer_suggestions(case=row.case, digest=draft.words_digest(), answers={row.pk: (given, words)})
    row.refresh_from_db()
    return draft_of(page_of(row.case))


@pytest.mark.parametrize(
    ("given", "name"),
    [(Answer.USE, "Kim"), (Answer.KEEP, "Kim from Strathorra"), (Answer.LEAVE_OUT, "")],
)
def test_the_name_on_the_page_is_suggested_and_answered_like_words(given, name):
    row = with_its_author(named_story())
    draft = answer(row, given)
    assert draft.byline == name
    assert is_covered(page_of(row.case), draft)


def test_another_name_is_read_before_it_stands_and_is_not_too_long():
    row = with_its_author(named_story())
    with pytest.raises(Refused, match="too long for a name"):
        answer(row, Answer.OWN, "K" * 61)
    assert answer(row, Answer.OWN, "K.").byline == "Kim from Strathorra"
    check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING))
    confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))
    draft = draft_of(page_of(row.case))
    assert draft.byline == "K."
    assert is_covered(page_of(row.case), draft)


def test_a_name_for_somebody_who_chose_none_is_not_suggested():
    page = make_story_being_read()
    with pytest.raises(Stale):
        suggest(**proposal(page, paragraph=BYLINE, before="", after="Kim", reason="Nicer."))


@pytest.mark.parametrize(("part", "length"), [(HEADLINE, 121), (BYLINE, 61)])
def test_what_the_page_has_no_room_for_is_refused(part, length):
    page = named_story()
    before = {HEADLINE: page.headline, BYLINE: page.byline}[part]
    with pytest.raises(Refused, match="too long"):
        suggest(**proposal(page, paragraph=part, before=before, after="x" * length, reason="Why."))


def test_spelling_of_two_champions_in_one_part_is_one_change():
    case = make_story_with_author(
        (1, "My coach at Kilbrannoch Club never asked.", "", SuggestionKind.SPELLING),
        (1, "My coach, at Kilbrannoch club, never asked.", "", SuggestionKind.SPELLING),
    )
    first, second = Suggestion.objects.filter(case=case)
    draft = answer(first, Answer.USE)
    second.refresh_from_db()
    assert draft.paragraphs[1][1] == first.after
    assert second.answer == Answer.KEEP
