"""“I want to change something” and “I need more time”, as their author meets them: nothing typed is lost."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.actions import ask, decline
from stories.enums import State
from stories.status import Place, status_of
from stories.submission import Submission
from stories.talking import more_time_to_answer
from tests.factories import make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.models import Suggestion

from .room import DOOR, ROOM, enter, freeze, keep_words, post, publish, say_yes, text_of

pytestmark = pytest.mark.django_db
CHANGE = "/en/my-story/change/"


def filled(client, **words):
    """Return the form as it is on the screen; `second` names the second part."""
    form = client.get(CHANGE).context["form"]
    data = {"shown": form["shown"].value()} | {f"words-{part}": text for part, text in form.words.items()}
    parts = list(form.words)
    return data | {f"words-{parts[3] if name == 'second' else name}": text for name, text in words.items()}


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def test_author_changes_one_part_and_hears_what_happens_next(client):
    case = make_story_with_author()
    enter(client, case)
    assert "I want to change something" in client.get(ROOM).text
    text = text_of(post(client, "change", filled(client, second="Nobody <b>asked</b>."), follow=True))
    assert "One part is changed. Our staff and one volunteer read new words" in text
    assert place(case) == Place.NEW_WORDS
    assert "Nobody &lt;b&gt;asked&lt;/b&gt;." in client.get(CHANGE).text
    assert "You changed nothing." in post(client, "change", filled(client), follow=True).text
    assert "You changed this yourself." in client.get(reverse("stories:suggestions")).text
    assert Suggestion.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"headline": " "}, "Your page needs a title."),
        ({"headline": "x" * 121}, "Please use 120 or fewer"),
        ({"second": "x" * 20_001}, "Please use 20000 or fewer"),
        ({"second": "a\x00b"}, "hidden character"),
    ],
)
def test_what_cannot_be_taken_is_explained_with_everything_typed(client, words, sentence):
    enter(client, make_story_with_author())
    page = post(client, "change", filled(client, byline="KEPTNAME") | filled(client, byline="KEPTNAME", **words))
    assert sentence in text_of(page).replace(",", "")
    assert "KEPTNAME" in page.text
    assert not Suggestion.objects.exists()


def test_a_page_without_a_word_is_not_made(client):
    enter(client, make_story_with_author())
    empty = {name: "" for name in filled(client) if name not in ("shown", "words-headline")}
    assert "Your page would be empty." in text_of(post(client, "change", filled(client) | empty))


REFUSALS = {"This changed since you opened it.": Stale, "That is refused.": lambda: Refused("That is refused.")}


@pytest.mark.parametrize(("sentence", "refusal"), REFUSALS.items())
def test_what_the_rules_refuse_after_the_form_was_read_is_explained_with_everything_typed(
    client, monkeypatch, sentence, refusal
):
    """Somebody else was quicker between reading the form and taking the words."""

    def refuse(**words):
        raise refusal()

    enter(client, make_story_with_author())
    monkeypatch.setattr("stories.views.changing.change_words", refuse)
    page = post(client, "change", filled(client) | {"words-byline": "KEPTNAME"})
    assert sentence in page.text
    assert "KEPTNAME" in page.text


@pytest.mark.parametrize("refusal", [Late, Frozen])
def test_a_page_that_moved_on_meanwhile_gives_the_words_back(client, monkeypatch, refusal):
    def refuse(**words):
        raise refusal

    enter(client, make_story_with_author())
    monkeypatch.setattr("stories.views.changing.change_words", refuse)
    page = post(client, "change", filled(client) | {"words-byline": "KEPTNAME"})
    assert page.status_code == 409
    assert "KEPTNAME" in page.text


def test_an_old_page_is_shown_anew_with_what_was_typed(client):
    case = make_story_with_author()
    enter(client, case)
    old = filled(client, second="First.")
    post(client, "change", filled(client, headline="Another title"))
    page = post(client, "change", old | {"words-byline": "KEPTNAME"})
    assert "This changed since you opened it." in page.text
    assert "KEPTNAME" in page.text
    assert Suggestion.objects.count() == 1


def test_what_was_typed_waits_behind_the_door(client):
    case = make_story_with_author()
    words = keep_words(case)
    enter(client, case)
    data = filled(client, second="KEPTTEXT")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=31)):
        door = post(client, "change", data)
        assert door.status_code == 403
        assert "KEPTTEXT" in door.text
        again = client.post(DOOR, data | {"code": words, "step": "change"})
    assert "Welcome back." in again.text
    assert "KEPTTEXT" in again.text
    assert not Suggestion.objects.exists()


def declined():
    case = make_submission().case
    decline(case=case, person=make_person(Role.SAFEGUARDING), reason="No.", alternative="Yes.")
    return case


def waiting():
    case = make_story_with_author()
    say_yes(case)
    return case


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: make_submission(state=State.DRAFT).case, "You are still writing."),
        (lambda: make_submission(state=State.ACCEPTED).case, "Our staff are working out what comes next"),
        (waiting, "take your yes back first"),
        (declined, "there is no page to change"),
    ],
)
def test_elsewhere_the_way_to_a_change_is_told_and_typed_words_come_back(client, make, sentence):
    enter(client, make())
    assert sentence in text_of(client.get(CHANGE))
    response = post(client, "change", {"words-headline": "KEPTTEXT"})
    assert response.status_code == 409
    assert "KEPTTEXT" in response.text


@pytest.mark.parametrize("make", [make_story_being_read, lambda: page_of(make_story_with_author(until="prepare"))])
def test_before_the_page_comes_changes_are_taken_and_kept(client, make):
    case = make().case
    enter(client, case)
    here = place(case)
    assert ("Volunteers are reading your story as it was." in client.get(CHANGE).text) == (here == Place.BEING_READ)
    text = text_of(post(client, "change", filled(client, second="Nobody asked."), follow=True))
    assert "One part is changed." in text
    assert place(case) == here
    assert "Nobody asked." in client.get(CHANGE).text


def test_up_and_down_are_equal_and_nothing_is_chosen(client):
    case = publish()
    enter(client, case)
    text = client.get(CHANGE).text
    assert '<button class="btn" name="meanwhile" value="up">It stays up as it is</button>' in text
    assert '<button class="btn" name="meanwhile" value="down">It goes down now</button>' in text
    assert "Choose what happens with your page meanwhile." in post(client, "change", {"meanwhile": "no"}).text
    assert step_of(case) is None


@pytest.mark.parametrize(("meanwhile", "status"), [("up", 200), ("down", 410)])
def test_a_new_round_is_begun_told_and_ended_from_the_room(client, meanwhile, status):
    case = publish()
    enter(client, case)
    assert post(client, "change", {"meanwhile": meanwhile}).headers["Location"] == CHANGE
    assert client.get(page_of(case).url).status_code == status
    assert f"page {'stays up' if meanwhile == 'up' else 'is down'}" in text_of(client.get(ROOM))
    assert place(case) == Place.WITH_YOU
    assert "Your page is as it was before." in post(client, "keep_old", follow=True).text
    assert client.get(page_of(case).url).status_code == 200
    assert place(case) == Place.PUBLISHED


def test_nothing_begins_while_paused(client):
    case = publish()
    enter(client, case)
    freeze(case)
    for name in ("change", "keep_old", "more_time"):
        assert post(client, name, {"meanwhile": "down"}).headers["Location"] == ROOM
    assert page_of(case).live
    assert step_of(case) is None


def test_more_time_says_the_new_date_each_time(client):
    case = make_story_with_author()
    enter(client, case)
    for _press in range(2):
        text = text_of(post(client, "more_time", follow=True))
        assert "You can ask for more, any time." in text
    assert step_of(case).due_on == timezone.localdate() + datetime.timedelta(days=150)
    assert "No rush." in text


def test_an_open_question_has_more_time_too(client):
    case = make_submission().case
    ask(case=case, person=make_person(Role.SAFEGUARDING), question="When was it?")
    enter(client, case)
    before = Submission.objects.get(case=case).due_on
    post(client, "more_time")
    assert Submission.objects.get(case=case).due_on == before + datetime.timedelta(days=30)
    sent = make_submission().case
    with pytest.raises(Late):
        more_time_to_answer(case=sent)


def test_nobody_else_starts_a_round(client):
    case, other = publish(), make_story_with_author()
    enter(client, other)
    post(client, "change", {"meanwhile": "down", "case": str(case)})
    assert page_of(case).live
    assert draft_of(page_of(case)).live
