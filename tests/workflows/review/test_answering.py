"""The author's answers: what each does to the draft, and what no answer can do."""

import pytest

from tests.factories import make_person, make_story_with_author, make_wording
from workflows.people.enums import Role
from workflows.privacy.enums import Use
from workflows.review.actions import seal
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words, tell_details
from workflows.review.cases import draft_of, page_of
from workflows.review.coverage import is_covered
from workflows.review.enums import HEADLINE, Answer, SuggestionKind
from workflows.review.errors import Refused, Stale
from workflows.review.models import Suggestion

pytestmark = pytest.mark.django_db
HINT, MUST = SuggestionKind.SUGGESTION, SuggestionKind.MUST
COACH = "My coach at Kilbrannoch club never asked."
CLUB = (1, "My coach never asked.", "It names a club.", HINT)
CLUB_AGAIN = (1, "Nobody at the club asked.", "It names a coach.", HINT)
CLUB_MUST = (1, "", "It names a person.", MUST)


def draft(case):
    return draft_of(page_of(case))


def answer(case, *answers):
    rows = Suggestion.objects.filter(case=case, turned_down=False)
    given = {row.pk: value for row, value in zip(rows, answers, strict=True) if value}
    answer_suggestions(case=case, digest=draft(case).words_digest(), answers=given)


def second_paragraph(case):
    return draft(case).paragraphs[1][1]


def answers_of(case):
    return [row.answer for row in Suggestion.objects.filter(case=case)]


@pytest.mark.parametrize(
    ("first", "text"),
    [(Answer.USE, "My coach never asked."), (Answer.LEAVE_OUT, ""), (Answer.KEEP, COACH), (Answer.OWN, COACH)],
)
def test_an_answer_changes_the_draft_and_can_be_undone(first, text):
    case = make_story_with_author(CLUB)
    answer(case, (first, "My own words."))
    assert second_paragraph(case) == text
    answer(case, (Answer.KEEP, ""))
    assert second_paragraph(case) == COACH
    assert answers_of(case) == [Answer.KEEP]
    assert is_covered(page_of(case), draft(case))


def test_using_one_suggestion_and_keeping_the_other_uses_it_in_either_order():
    case = make_story_with_author(CLUB, CLUB_AGAIN)
    answer(case, (Answer.USE, ""), (Answer.KEEP, ""))
    assert second_paragraph(case) == "My coach never asked."
    answer(case, (Answer.KEEP, ""), (Answer.USE, ""))
    assert second_paragraph(case) == "Nobody at the club asked."


def test_changing_to_the_other_suggestion_alone_keeps_the_first_no_more():
    case = make_story_with_author(CLUB, CLUB_AGAIN)
    answer(case, (Answer.USE, ""), None)
    answer(case, None, (Answer.USE, ""))
    assert second_paragraph(case) == "Nobody at the club asked."
    assert answers_of(case) == [Answer.KEEP, Answer.USE]


def test_two_different_changes_of_one_part_are_refused():
    case = make_story_with_author(CLUB, CLUB_AGAIN)
    with pytest.raises(Refused, match="same part"):
        answer(case, (Answer.USE, ""), (Answer.OWN, "Mine."))
    assert answers_of(case) == ["", ""]


def test_what_cannot_be_published_is_not_kept():
    case = make_story_with_author(CLUB_MUST)
    for given in [(Answer.KEEP, ""), (Answer.USE, ""), (Answer.OWN, COACH), (Answer.OWN, " \r\n")]:
        with pytest.raises(Refused):
            answer(case, given)
    assert answers_of(case) == [""]


def test_what_cannot_be_published_does_not_come_back_through_a_suggestion_beside_it():
    case = make_story_with_author(CLUB_MUST, CLUB)
    answer(case, (Answer.LEAVE_OUT, ""), (Answer.KEEP, ""))
    assert second_paragraph(case) == ""
    answer(case, None, (Answer.KEEP, ""))
    assert second_paragraph(case) == ""
    with pytest.raises(Refused, match="answer that first"):
        answer(case, None, (Answer.USE, ""))


def test_words_that_cannot_be_published_are_never_covered():
    case = make_story_with_author(CLUB_MUST)
    answer(case, (Answer.LEAVE_OUT, ""))
    assert is_covered(page_of(case), draft(case))
    put_back = draft(case)
    put_back.put_paragraph(put_back.paragraphs[1][0], COACH)
    put_back.save_revision()
    with pytest.raises(Refused, match="two champions"):
        seal(case=case, digest=draft(case).digest())


def test_two_who_say_it_cannot_be_are_answered_by_the_same_words():
    case = make_story_with_author(CLUB_MUST, (1, "", "It says where.", MUST))
    with pytest.raises(Refused, match="same part"):
        answer(case, (Answer.LEAVE_OUT, ""), (Answer.OWN, "Mine."))
    answer(case, (Answer.OWN, "Mine."), (Answer.OWN, "Mine."))
    assert answers_of(case) == [Answer.OWN, Answer.OWN]


def test_own_words_that_cannot_be_let_in_leave_the_first_question_open():
    case = make_story_with_author(CLUB)
    answer(case, (Answer.OWN, "Call me on 0141 496 0000."))
    first = Suggestion.objects.get()
    check_own_words(suggestion=first, person=make_person(Role.SAFEGUARDING), reason="It has a phone number.")
    first.refresh_from_db()
    again = Suggestion.objects.unanswered().get()
    assert (first.turned_down, second_paragraph(case)) == (True, COACH)
    assert (again.kind, again.before, again.after) == (HINT, COACH, "My coach never asked.")
    assert again.reason == "It has a phone number."
    answer(case, (Answer.KEEP, ""))
    assert is_covered(page_of(case), draft(case))


def test_own_words_a_champion_stops_are_not_kept():
    case = make_story_with_author(CLUB)
    answer(case, (Answer.OWN, "Mr Ross never asked."))
    first = Suggestion.objects.get()
    check_own_words(suggestion=first, person=make_person(Role.SAFEGUARDING))
    confirm_own_words(suggestion=first, person=make_person(Role.CHAMPION), reason="It names a person.")
    again = Suggestion.objects.unanswered().get()
    assert (again.kind, again.before, second_paragraph(case)) == (MUST, "Mr Ross never asked.", "Mr Ross never asked.")
    with pytest.raises(Stale):
        answer_suggestions(case=case, digest=draft(case).words_digest(), answers={first.pk: (Answer.KEEP, "")})


def test_a_suggestion_of_another_story_is_stale():
    case, other = make_story_with_author(CLUB), make_story_with_author(CLUB)
    theirs = Suggestion.objects.get(case=other)
    with pytest.raises(Stale):
        answer_suggestions(case=case, digest=draft(case).words_digest(), answers={theirs.pk: (Answer.USE, "")})
    assert Suggestion.objects.unanswered().count() == 2


def test_a_page_with_every_part_left_out_gets_no_yes():
    case = make_story_with_author((0, "", "Why.", MUST), words="Only one part.")
    answer(case, (Answer.LEAVE_OUT, ""))
    with pytest.raises(Refused, match="empty"):
        seal(case=case, digest=draft(case).digest())


def test_a_title_is_not_left_out():
    case = make_story_with_author((HEADLINE, "", "Why.", MUST))
    with pytest.raises(Refused):
        answer(case, (Answer.LEAVE_OUT, ""))


def test_telling_how_many_suggestions_there_were_is_part_of_the_page():
    case = make_story_with_author()
    before = draft(case).digest()
    tell_details(case=case, wording=make_wording(Use.DETAILS))
    assert draft(case).digest() != before
    tell_details(case=case, wording=None)
    assert draft(case).digest() == before
    revisions = page_of(case).revisions.count()
    tell_details(case=case, wording=None)
    assert page_of(case).revisions.count() == revisions
