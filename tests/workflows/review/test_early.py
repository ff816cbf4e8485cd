"""Own changes while champions read or an editor prepares: nobody's vote is moved, and nothing gets round a reader."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from stories.intake import new_words_to_check
from stories.models import Submission
from stories.status import Place, status_of
from tests.factories import make_person, make_story_being_read, make_story_with_author
from tests.stories.room import answer_all, freeze, say_yes
from tests.workflows.review.test_rewriting import COACH, change, draft, let_in, second
from workflows.people.enums import Band, Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.actions import cast_vote, suggest
from workflows.review.answering import check_own_words, confirm_own_words, open_own_words
from workflows.review.cases import page_of, step_of
from workflows.review.coverage import is_covered
from workflows.review.enums import HEADLINE, Answer, SuggestionKind, Verdict
from workflows.review.errors import Frozen, Late, Refused
from workflows.review.models import Reading, Suggestion
from workflows.review.promises import watch_promises
from workflows.review.rewriting import own_words_of

pytestmark = pytest.mark.django_db
NEW = "Nobody ever asked."


@pytest.fixture
def being_read():
    return make_story_being_read(band=Band.ADULT).case


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def vote_all(case, verdict=Verdict.FINE):
    """Let every champion who has the story say yes to it as it stands."""
    for reading in Reading.objects.held().filter(case=case):
        cast_vote(reading=reading, person=reading.champion, digest=draft(case).words_digest(), verdict=verdict)


def hand_over(case):
    step = step_of(case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def test_champions_go_on_with_the_words_they_have(being_read):
    reading = Reading.objects.held().filter(case=being_read).first()
    digest = draft(being_read).words_digest()
    cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.FINE)
    assert change(being_read, second=NEW) == 1
    assert own_words_of(page_of(being_read))[second(being_read)[0]] == NEW
    assert draft(being_read).words_digest() == digest
    vote_all(being_read)
    assert place(being_read) == Place.BEING_PREPARED
    assert second(being_read)[1] == COACH


def test_new_words_are_read_by_two_and_then_covered(being_read, keeper):
    change(being_read, second=NEW)
    vote_all(being_read)
    hand_over(being_read)
    assert place(being_read) == Place.NEW_WORDS
    with pytest.raises(Refused, match="still being read"):
        say_yes(being_read)
    let_in(being_read)
    assert second(being_read)[1] == NEW
    assert is_covered(page_of(being_read), draft(being_read))
    say_yes(being_read)


def test_safeguarding_may_look_while_champions_read_and_decides_afterwards(being_read, keeper):
    change(being_read, second=NEW)
    row = Suggestion.objects.get()
    assert new_words_to_check(keeper)[0].waits
    assert open_own_words(suggestion=row, person=keeper).own_words == NEW
    with pytest.raises(PermissionDenied):
        open_own_words(suggestion=row, person=make_person(Role.CHAMPION))
    for decide in (check_own_words, confirm_own_words):
        with pytest.raises(Late):
            decide(suggestion=row, person=keeper)
    vote_all(being_read)
    assert not new_words_to_check(keeper)[0].waits
    check_own_words(suggestion=row, person=keeper)
    assert second(being_read)[1] == NEW


def test_a_page_of_the_intake_offers_no_answer_before_the_readers_are_done(client, being_read, keeper):
    change(being_read, second=NEW)
    row = Suggestion.objects.get()
    client.force_login(keeper)
    assert "Champions are still reading" in client.get("/en/desk/intake/").text
    page = client.get(f"/en/desk/intake/words/{row.pk}/")
    assert NEW in page.text
    assert "when they are done" in page.text
    assert 'name="fit"' not in page.text
    vote_all(being_read)
    assert 'name="fit"' in client.get(f"/en/desk/intake/words/{row.pk}/").text


def test_nothing_is_promised_for_new_words_before_the_readers_are_done(being_read):
    change(being_read, second=NEW)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=20)):
        watch_promises()
        assert Suggestion.objects.get().due_on is None
        vote_all(being_read)
        assert Suggestion.objects.get().due_on == timezone.localdate() + datetime.timedelta(days=7)


def test_a_part_left_out_is_out_once_the_readers_are_done(being_read):
    change(being_read, second="")
    assert own_words_of(page_of(being_read))[second(being_read)[0]] == ""
    assert second(being_read)[1] == COACH
    vote_all(being_read)
    assert second(being_read)[1] == ""
    assert is_covered(page_of(being_read), draft(being_read))


def test_a_change_of_mind_leaves_all_as_it_was(being_read):
    change(being_read, second=NEW, headline="Another")
    change(being_read, second="", headline="The bus stop question")
    change(being_read, second=COACH)
    vote_all(being_read)
    hand_over(being_read)
    assert {row.answer for row in Suggestion.objects.all()} == {Answer.KEEP}
    say_yes(being_read)


def test_while_an_editor_prepares_a_part_is_left_out_at_once_and_words_go_in_once_read(keeper):
    case = make_story_with_author(until="prepare")
    change(case, second="", headline="Asked twice")
    assert second(case)[1] == ""
    assert draft(case).headline == "The bus stop question"
    let_in(case)
    assert draft(case).headline == "Asked twice"
    change(case, second=COACH)
    assert second(case)[1] == COACH
    hand_over(case)
    say_yes(case)


def test_what_was_suggested_meanwhile_is_still_asked(being_read):
    change(being_read, second=NEW)
    key, before = second(being_read)
    champion = Reading.objects.held().filter(case=being_read).first().champion
    asked = {"paragraph": key, "before": before, "after": "My coach never asked.", "reason": "A club."}
    suggest(case=being_read, person=champion, **asked)
    for reading in Reading.objects.held().filter(case=being_read):
        verdict = Verdict.FINE_WITH_SUGGESTIONS if reading.champion == champion else Verdict.FINE
        cast_vote(reading=reading, person=reading.champion, digest=draft(being_read).words_digest(), verdict=verdict)
    hand_over(being_read)
    let_in(being_read)
    asked = Suggestion.objects.get(kind=SuggestionKind.SUGGESTION)
    assert asked.answer == ""
    assert second(being_read)[1] == NEW
    with pytest.raises(Refused):
        say_yes(being_read)
    answer_all(being_read, Answer.USE)
    assert second(being_read)[1] == "My coach never asked."
    assert is_covered(page_of(being_read), draft(being_read))


def test_words_that_cannot_be_published_come_back_with_the_page_and_no_letter_before(keeper):
    case = make_story_with_author(until="prepare")
    change(case, second="Coach Bell never asked.")
    letters = Letter.objects.filter(case=case, kind=LetterKind.CHANGES_SUGGESTED)
    check_own_words(suggestion=Suggestion.objects.get(), person=keeper, reason="It names a person.")
    assert not letters.exists()
    assert second(case)[1] == COACH
    hand_over(case)
    assert letters.count() == 1
    assert place(case) == Place.WITH_YOU
    assert Suggestion.objects.unanswered().get().reason == "It names a person."


def test_nobody_changes_words_of_a_paused_story_or_a_title_away(being_read):
    with pytest.raises(Refused, match="needs a title"):
        change(being_read, **{HEADLINE: ""})
    with pytest.raises(Refused, match="too long"):
        change(being_read, **{HEADLINE: "x" * 121})
    freeze(being_read)
    with pytest.raises(Frozen):
        change(being_read, second=NEW)
