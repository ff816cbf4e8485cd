"""The very page, the yes to exactly that, the wait for its day, and second thoughts."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from home.models import ContentNote, Topic
from stories.models import StoryPage
from stories.status import Place, status_of
from stories.submission import Submission
from stories.views import deciding
from tests.factories import keep_additions, make_story_with_author, make_wording
from workflows.people.enums import Band
from workflows.privacy.enums import Use
from workflows.review.actions import publish_due
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer
from workflows.review.errors import Frozen
from workflows.review.models import Seal

from .room import ROOM, answer_all, enter, freeze, post, publish, say_yes, set_day, text_of

pytestmark = pytest.mark.django_db
PAGE = "/en/my-story/page/"
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def article(text):
    return text[text.index("<article") : text.index("</article>")]


def prepare(case):
    """Add what an editor chooses: a note, a topic and a quotation."""
    draft = draft_of(page_of(case))
    ContentNote.objects.get_or_create(key="loneliness", locale=draft.locale, defaults={"text": "loneliness"})
    draft.notes, draft.pull = ["loneliness"], "Then my friend asked twice."
    draft.tags.add(Topic.objects.create(name="Asking", slug="asking"))
    draft.save_revision()
    keep_additions(case)


def telling() -> dict:
    """Return the press that lets the page tell more, with the words that stood beside it."""
    return {"details": "yes", "wording": make_wording(Use.DETAILS).pk}


def test_the_page_shown_is_the_page_published(client):
    case = make_story_with_author(CLUB)
    prepare(case)
    answer_all(case, Answer.USE)
    enter(client, case)
    post(client, "thread_details", telling())
    shown = client.get(PAGE)
    for text in ("One suggestion was made; the author used 1 of them.", "loneliness", "Asking", "asked twice"):
        assert text in article(shown.text)
    post(client, "the_page", {"answer": "yes", "digest": shown.context["digest"]})
    day = set_day(case)
    before = client.get(PAGE)
    assert "The page you said yes to" in before.text
    with time_machine.travel(day + datetime.timedelta(minutes=1)):
        assert publish_due(case=case)
        public = client.get(StoryPage.objects.get(translation_key=case).url)
    assert article(public.text) == article(before.text)
    assert Seal.objects.get(case=case).digest == StoryPage.objects.get(translation_key=case).sealed_with


def test_a_yes_is_to_the_page_that_was_shown(client):
    case = make_story_with_author(CLUB)
    answer_all(case, Answer.KEEP)
    enter(client, case)
    old = client.get(PAGE).context["digest"]
    post(client, "thread_details", telling())
    response = post(client, "the_page", {"answer": "yes", "digest": old})
    assert "The page changed since you opened it." in response.text
    assert not Seal.objects.filter(case=case).exists()
    response = post(client, "the_page", {"answer": "yes", "digest": response.context["digest"]}, follow=True)
    assert "You said yes to this page. Thank you." in response.text
    assert place(case) == Place.WAITING


@pytest.mark.parametrize("digest", ["", "x", "0" * 64, "a\x00b"])
def test_a_yes_to_nothing_is_no_yes(client, digest):
    case = make_story_with_author()
    enter(client, case)
    assert "The page changed" in post(client, "the_page", {"answer": "yes", "digest": digest}).text
    assert not Seal.objects.exists()


def test_a_forged_yes_before_the_answers_is_refused_in_words(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    response = post(client, "the_page", {"answer": "yes", "digest": draft_of(page_of(case)).digest()})
    assert "Some suggestions still wait for your answer." in response.text
    assert not Seal.objects.exists()


@pytest.mark.parametrize("answer", ["not-yet", "", "no"])
def test_anything_but_yes_is_not_yet(client, answer):
    case = make_story_with_author()
    enter(client, case)
    response = post(client, "the_page", {"answer": answer, "digest": draft_of(page_of(case)).digest()}, follow=True)
    assert "Nothing is published." in response.text
    assert place(case) == Place.WITH_YOU


def test_yes_and_not_yet_are_equal(client):
    enter(client, make_story_with_author(band=Band.B16_17))
    text = client.get(PAGE).text
    assert '<button class="btn" name="answer" value="yes">Yes, publish this page</button>' in text
    assert '<button class="btn" name="answer" value="not-yet">Not yet</button>' in text
    assert "Imagine someone at school reads this and guesses it’s you. Still OK?" in text


def test_an_adult_is_asked_about_work_and_family(client):
    enter(client, make_story_with_author(band=Band.ADULT))
    text = client.get(PAGE).text
    assert "Imagine someone at work or in your family reads this and guesses it’s you. Still OK?" in text
    assert "at school" not in text


def test_a_second_yes_finds_it_said(client):
    case = make_story_with_author()
    enter(client, case)
    data = {"answer": "yes", "digest": client.get(PAGE).context["digest"]}
    for _press in range(2):
        assert post(client, "the_page", data).headers["Location"] == ROOM
    assert Seal.objects.filter(case=case).count() == 1


def test_the_tick_can_be_taken_away_again(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    assert post(client, "thread_details", telling()).headers["Location"] == PAGE
    assert draft_of(page_of(case)).thread_details
    assert "Don’t tell that" in client.get(PAGE).text
    post(client, "thread_details", {"details": "no"})
    assert not draft_of(page_of(case)).thread_details


def test_a_story_nobody_suggested_changes_to_is_not_asked_how_much_to_tell(client):
    enter(client, make_story_with_author())
    assert reverse("stories:thread_details") not in client.get(PAGE).text


def test_the_author_need_not_wait_a_day(client):
    case = make_story_with_author()
    say_yes(case)
    enter(client, case)
    assert "Please don’t wait a day" in client.get(ROOM).text
    post(client, "soon")
    assert step_of(case).at_once
    assert "Please don’t wait a day" not in client.get(ROOM).text


@pytest.mark.parametrize("has_day", [False, True])
def test_a_changed_mind_brings_the_page_back(client, has_day):
    case = make_story_with_author()
    say_yes(case)
    if has_day:
        set_day(case)
    enter(client, case)
    assert "No one will ask you why." in client.get(reverse("stories:second_thoughts")).text
    assert Seal.objects.filter(case=case).exists()
    post(client, "second_thoughts")
    assert place(case) == Place.WITH_YOU
    assert not Seal.objects.exists()


def test_the_day_is_shown(client):
    case = make_story_with_author()
    say_yes(case)
    day = timezone.localdate(set_day(case))
    enter(client, case)
    assert f"It will be published on {day.day} {day:%B} {day.year}." in text_of(client.get(ROOM))


@pytest.mark.parametrize("name", ["suggestions", "the_page", "thread_details", "soon", "second_thoughts"])
def test_nothing_is_decided_after_publication(client, name):
    case = publish()
    enter(client, case)
    assert post(client, name, {"answer": "yes", "details": "yes"}).headers["Location"] == ROOM
    assert place(case) == Place.PUBLISHED


@pytest.mark.parametrize("name", ["soon", "second_thoughts"])
def test_second_thoughts_need_a_yes(client, name):
    case = make_story_with_author()
    enter(client, case)
    assert post(client, name).headers["Location"] == ROOM
    assert place(case) == Place.WITH_YOU


def test_a_pause_that_comes_first_wins_over_the_yes(client, monkeypatch):
    case = make_story_with_author()
    enter(client, case)
    digest = client.get(PAGE).context["digest"]

    def frozen_meanwhile(**kwargs):
        freeze(case)
        raise Frozen

    monkeypatch.setattr(deciding, "seal", frozen_meanwhile)
    response = post(client, "the_page", {"answer": "yes", "digest": digest}, follow=True)
    assert response.redirect_chain == [(ROOM, 302)]
    assert "Your story is paused" in response.text
