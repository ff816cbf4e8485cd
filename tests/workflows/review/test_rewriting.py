"""The author at their own pace: more time, own changes, a new round after publication, and back as it was."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from stories.actions import take_back
from stories.models import StoryPage
from tests.factories import make_person, make_story_with_author
from tests.stories.room import answer_all, freeze, publish, say_yes, set_day
from workflows.people.enums import Role
from workflows.review.actions import publish_due
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.coverage import is_covered
from workflows.review.enums import BYLINE, HEADLINE, Answer, SuggestionKind
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.models import AuthorSealTask, PublishTask, Suggestion
from workflows.review.rewriting import begin_change, change_words, keep_as_it_was, need_more_time, own_words_of

pytestmark = pytest.mark.django_db
COACH = "My coach at Kilbrannoch club never asked."
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")
CLUB_MUST = (1, "", "It names a person.", "must")


def draft(case):
    return draft_of(page_of(case))


def second(case):
    return draft(case).paragraphs[1]


def change(case, **words):
    """Change the headline, the byline or, as `second`, the second paragraph."""
    key = second(case)[0]
    named = {key if name == "second" else name: text for name, text in words.items()}
    return change_words(case=case, digest=draft(case).words_digest(), words=named)


def let_in(case):
    """Let safeguarding check, and a champion confirm, everything that waits."""
    for row in list(Suggestion.objects.filter(case=case).to_check()):
        check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING))
    for row in list(Suggestion.objects.filter(case=case).to_confirm()):
        confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))


def test_more_time_moves_the_authors_date_as_often_as_wanted():
    case = make_story_with_author()
    first = step_of(case).due_on
    assert need_more_time(case=case) == first + datetime.timedelta(days=30)
    assert need_more_time(case=case) == first + datetime.timedelta(days=60)
    assert step_of(case).due_on == first + datetime.timedelta(days=60)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=400)):
        assert need_more_time(case=case) == timezone.localdate() + datetime.timedelta(days=30)


def test_more_time_is_the_authors_at_their_own_step_only():
    case = make_story_with_author()
    say_yes(case)
    with pytest.raises(Late):
        need_more_time(case=case)
    paused = make_story_with_author()
    freeze(paused)
    with pytest.raises(Frozen):
        need_more_time(case=paused)


def test_own_change_is_read_checked_confirmed_and_covered():
    case = make_story_with_author()
    assert change(case, second="Nobody ever asked.") == 1
    assert second(case)[1] == COACH
    assert own_words_of(page_of(case))[second(case)[0]] == "Nobody ever asked."
    with pytest.raises(Refused, match="still being read"):
        say_yes(case)
    let_in(case)
    assert second(case)[1] == "Nobody ever asked."
    row = Suggestion.objects.get()
    assert (row.kind, row.made_by, row.before) == (SuggestionKind.AUTHOR, None, COACH)
    assert is_covered(page_of(case), draft(case))
    say_yes(case)


def test_only_changed_parts_are_read_again():
    case = make_story_with_author()
    words = own_words_of(page_of(case))
    key = second(case)[0]
    assert change_words(case=case, digest=draft(case).words_digest(), words=words | {key: "Nobody asked."}) == 1
    assert [row.paragraph for row in Suggestion.objects.all()] == [key]
    assert change_words(case=case, digest=draft(case).words_digest(), words=words | {key: "Nobody asked."}) == 0


def test_own_change_of_a_part_with_a_suggestion_is_its_answer():
    case = make_story_with_author(CLUB)
    answer_all(case, Answer.USE)
    change(case, second="Nobody asked.")
    row = Suggestion.objects.get()
    assert (row.answer, row.own_words) == (Answer.OWN, "Nobody asked.")
    change(case, second=COACH)
    row.refresh_from_db()
    assert row.answer == Answer.KEEP
    assert second(case)[1] == COACH


def test_own_change_answers_what_cannot_be_published_first():
    case = make_story_with_author(CLUB, CLUB_MUST)
    change(case, second="Nobody asked.")
    assert {row.kind: row.answer for row in Suggestion.objects.all()} == {
        SuggestionKind.MUST: Answer.OWN,
        SuggestionKind.SUGGESTION: Answer.KEEP,
    }
    let_in(case)
    assert is_covered(page_of(case), draft(case))


def test_words_that_cannot_be_published_are_not_put_back():
    case = make_story_with_author(CLUB_MUST)
    change(case, second="Nobody asked.")
    with pytest.raises(Refused):
        change(case, second=COACH)


def test_own_change_can_be_put_back_and_made_again():
    case = make_story_with_author()
    change(case, second="Nobody asked.")
    let_in(case)
    row = Suggestion.objects.get()
    answer_suggestions(case=case, digest=draft(case).words_digest(), answers={row.pk: (Answer.KEEP, "")})
    assert second(case)[1] == COACH
    say_yes(case)


def test_own_change_that_was_turned_down_asks_again_with_the_reason():
    case = make_story_with_author()
    change(case, second="Mr Bell never asked.")
    check_own_words(suggestion=Suggestion.objects.get(), person=make_person(Role.SAFEGUARDING), reason="It names him.")
    assert second(case)[1] == COACH
    again = Suggestion.objects.unanswered().get()
    assert (again.reason, again.before, again.after) == ("It names him.", COACH, "")
    with pytest.raises(Refused):
        say_yes(case)
    answer_all(case, Answer.KEEP)
    assert second(case)[1] == COACH
    say_yes(case)


def test_an_emptied_part_is_left_out_at_once_and_can_come_back():
    case = make_story_with_author()
    change(case, second="")
    assert second(case)[1] == ""
    assert is_covered(page_of(case), draft(case))
    change(case, second=COACH)
    assert second(case)[1] == COACH
    say_yes(case)


def test_title_and_name_change_on_the_same_path():
    case = make_story_with_author()
    change(case, headline="The stop", byline="Kim")
    let_in(case)
    assert (draft(case).headline, draft(case).byline) == ("The stop", "Kim")
    change(case, byline="")
    assert draft(case).byline == ""
    say_yes(case)


@pytest.mark.parametrize(
    ("words", "error"),
    [({HEADLINE: ""}, Refused), ({HEADLINE: "x" * 121}, Refused), ({BYLINE: "x" * 61}, Refused), ({"no": "x"}, Stale)],
)
def test_what_cannot_stand_changes_nothing(words, error):
    case = make_story_with_author()
    before = draft(case).digest()
    with pytest.raises(error):
        change_words(case=case, digest=draft(case).words_digest(), words=words)
    assert draft(case).digest() == before
    assert not Suggestion.objects.exists()


def test_an_old_page_and_a_story_elsewhere_change_nothing():
    case = make_story_with_author()
    old = draft(case).words_digest()
    change(case, second="")
    with pytest.raises(Stale):
        change_words(case=case, digest=old, words={second(case)[0]: "Other."})
    change(case, second=COACH)
    say_yes(case)
    with pytest.raises(Late):
        change(case, second="Other.")


def served(case) -> int:
    page = StoryPage.objects.get(translation_key=case)
    return Client().get(page.url).status_code


@pytest.mark.parametrize(("stays_up", "meanwhile"), [(True, 200), (False, 410)])
def test_a_new_round_goes_to_the_author_with_the_old_page_up_or_down(stays_up, meanwhile):
    case = publish()
    step = begin_change(case=case, stays_up=stays_up)
    assert type(step.task.specific) is AuthorSealTask
    assert served(case) == meanwhile
    change(case, second="Nobody ever asked.")
    let_in(case)
    assert served(case) == meanwhile
    say_yes(case)
    assert type(step_of(case).task.specific) is PublishTask
    assert served(case) == meanwhile
    with time_machine.travel(set_day(case) + datetime.timedelta(minutes=1)):
        assert publish_due(case=case)
    assert served(case) == 200
    assert second(case)[1] == "Nobody ever asked."
    assert "Nobody ever asked." in Client().get(page_of(case).url).text


def test_a_page_that_is_down_meanwhile_answers_like_everything_gone():
    down, gone = publish(), publish()
    address = page_of(gone).url
    begin_change(case=down, stays_up=False)
    take_back(case=gone)
    assert Client().get(page_of(down).url).content == Client().get(address).content
    assert page_of(down).url not in Client().get("/en/stories/").text


@pytest.mark.parametrize("stays_up", [True, False])
def test_a_round_that_ends_without_a_change_leaves_the_page_as_it_was(stays_up):
    case = publish()
    before = page_of(case).digest()
    begin_change(case=case, stays_up=stays_up)
    change(case, second="Nobody ever asked.")
    let_in(case)
    keep_as_it_was(case=case)
    assert step_of(case) is None
    assert draft(case).digest() == page_of(case).digest() == before
    assert served(case) == 200
    assert not Suggestion.objects.exists()
    begin_change(case=case, stays_up=True)


def test_a_first_round_is_not_ended_like_that():
    case = make_story_with_author()
    with pytest.raises(Late):
        keep_as_it_was(case=case)


def test_a_round_begins_once_and_only_for_a_page_that_is_out():
    case, before = publish(), make_story_with_author()
    begin_change(case=case, stays_up=True)
    for late in (case, before):
        with pytest.raises(Late):
            begin_change(case=late, stays_up=False)
    assert page_of(case).live
    taken = publish()
    take_back(case=taken)
    with pytest.raises(Late):
        begin_change(case=taken, stays_up=True)
    paused = publish()
    freeze(paused)
    with pytest.raises(Frozen):
        begin_change(case=paused, stays_up=False)


def test_answers_of_the_first_round_are_settled_in_the_second():
    case = make_story_with_author(CLUB)
    answer_all(case, Answer.USE)
    say_yes(case)
    with time_machine.travel(set_day(case) + datetime.timedelta(minutes=1)):
        publish_due(case=case)
        begin_change(case=case, stays_up=True)
        first = Suggestion.objects.get()
        with pytest.raises(Stale):
            answer_suggestions(case=case, digest=draft(case).words_digest(), answers={first.pk: (Answer.KEEP, "")})
        change(case, second="Nobody asked.")
        let_in(case)
        assert [row.before for row in Suggestion.objects.filter(kind=SuggestionKind.AUTHOR)] == [
            "My coach never asked."
        ]
        say_yes(case)


def test_the_thread_of_a_page_that_stays_up_tells_of_the_yes_it_went_up_with():
    case = publish()
    month = Client().get(page_of(case).url).context["thread"][-1][0]
    with time_machine.travel(timezone.now() + datetime.timedelta(days=70)):
        begin_change(case=case, stays_up=True)
        change(case, second="Nobody asked.")
        let_in(case)
        say_yes(case)
        assert Client().get(page_of(case).url).context["thread"][-1][0] == month
