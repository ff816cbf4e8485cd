"""The golden thread says what is true of the very page it stands on, at every step."""

import pytest

from stories.models import StoryPage
from tests.factories import make_own_words, make_public_story, make_story_with_author
from workflows.review.actions import change_mind, seal
from workflows.review.answering import answer_suggestions
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer
from workflows.review.models import Suggestion
from workflows.review.thread import thread_of

from .roads import sealed

pytestmark = pytest.mark.django_db
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")
NOT_YET = ("Waits for its author’s yes", "Nobody else can put it up.", False)


def thread(case, **kwargs):
    return thread_of(draft_of(page_of(case)), **kwargs)


def answer(case, how):
    digest = draft_of(page_of(case)).words_digest()
    answers = {one.pk: (how, "") for one in Suggestion.objects.filter(case=case)}
    answer_suggestions(case=case, digest=digest, answers=answers)


def test_thread_before_the_yes_waits_for_it():
    assert thread(make_story_with_author()) == [
        ("Written by its author", "In their own words.", False),
        ("Read by two trained champions", "Volunteers with lived experience of their own.", False),
        ("The author decided every change", "Others may only suggest.", False),
        NOT_YET,
    ]


def test_thread_with_an_open_suggestion_says_that_it_waits():
    case = make_story_with_author(CLUB)
    assert thread(case)[2:] == [("The author decides every change", "Some suggestions still wait.", False), NOT_YET]
    answer(case, Answer.USE)
    told = "One suggestion was made; the author used 1 of them."
    assert thread(case, details=True)[2] == ("The author decided every change", told, False)


def test_thread_with_own_words_nobody_has_read_says_that_they_wait():
    case = make_story_with_author()
    make_own_words(case, checked=False)
    assert thread(case)[2][1] == "Some suggestions still wait."


def test_thread_names_the_month_of_the_yes_to_this_very_page():
    page = sealed()
    title, text, is_seal = thread(page.case)[-1]
    assert title.startswith("Unchanged since the author’s yes in ")
    assert (text, is_seal) == ("They can take this page down at any time.", True)


def test_thread_of_a_page_changed_since_its_yes_waits_again():
    page = make_public_story()
    assert thread_of(page)[-1][2] is True
    draft = StoryPage.objects.get(pk=page.pk)
    draft.notes = ["anxiety"]
    assert thread_of(draft)[-1] == NOT_YET
    case = sealed().case
    change_mind(case=case)
    assert thread(case)[-1] == NOT_YET
    seal(case=case, digest=draft_of(page_of(case)).digest())
    assert thread(case)[-1][2] is True
