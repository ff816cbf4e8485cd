"""Taking a story back: from every state, by one press, and nothing of it is left. Requirements 13 and 46."""

import pytest
from django.urls import reverse

from stories.codes import hash_code
from stories.enums import State
from stories.models import StoryPage
from stories.submission import Submission
from tests.factories import make_person, make_story_with_author, make_submission
from tests.scan import find_in_database
from workflows.people.enums import Role
from workflows.privacy.models import Consent
from workflows.review.enums import Answer
from workflows.safeguarding.actions import unfreeze

from .room import DOOR, ROOM, answer_all, enter, freeze, keep_words, post, publish
from .test_my_story import STATES

pytestmark = pytest.mark.django_db
DONE = "/en/my-story/taken-back/"
CANARY = "zqcanaryzq"


@pytest.mark.parametrize("place", STATES, ids=str)
def test_it_is_taken_back_from_every_state(client, place):
    case = STATES[place]()
    enter(client, case)
    page = client.get(reverse("stories:take_back"))
    assert "What happens now" in page.text
    response = post(client, "take_back", {"pressed": page.context["pressed"]}, follow=True)
    assert response.redirect_chain == [(DONE, 302)]
    assert not StoryPage.objects.filter(translation_key=case).exists()
    assert not Submission.objects.filter(case=case, taken_back_at=None).exists()
    assert not Consent.objects.standing().filter(case=case).exists()
    assert client.get(ROOM).headers["Location"] == DOOR


def test_a_get_takes_nothing_back(client):
    case = publish()
    enter(client, case)
    client.get(reverse("stories:take_back"))
    assert StoryPage.objects.public().filter(translation_key=case).exists()


def test_the_last_page_can_be_read_again_by_anyone(client):
    first = client.get(DONE)
    assert "It is done." in first.text
    assert 'id="help"' in first.text
    assert first["Cache-Control"] == "no-store"
    assert "<title>Golden Thread</title>" in first.text
    assert client.get(DONE).status_code == 200


def test_a_second_press_hears_that_it_is_done(client):
    case = publish()
    enter(client, case)
    pressed = client.get(reverse("stories:take_back")).context["pressed"]
    for _press in range(2):
        assert post(client, "take_back", {"pressed": pressed}).headers["Location"] == DONE


@pytest.mark.parametrize("pressed", ["", "nonsense", "a:b:c"])
def test_a_press_of_nobodys_asks_for_the_words(client, pressed):
    assert post(client, "take_back", {"pressed": pressed}).status_code == 403


def test_a_press_after_half_an_hour_is_not_told_that_it_is_done(client):
    case = publish()
    enter(client, case)
    pressed = client.get(reverse("stories:take_back")).context["pressed"]
    client.cookies.clear()
    assert post(client, "take_back", {"pressed": pressed}).status_code == 403
    assert StoryPage.objects.public().filter(translation_key=case).exists()


def test_its_address_is_gone(client):
    case = publish()
    url = StoryPage.objects.get(translation_key=case).url
    enter(client, case)
    assert client.get(url).status_code == 200
    post(client, "take_back")
    assert client.get(url).status_code == 410


def test_a_second_session_on_the_same_story_ends_too(client):
    case = make_story_with_author()
    other = client.__class__()
    enter(client, case)
    enter(other, case)
    post(client, "take_back")
    assert other.get(ROOM).headers["Location"] == DOOR


@pytest.mark.parametrize("is_paused", [False, True])
def test_its_ten_words_are_unknown_afterwards(client, is_paused):
    submission = make_submission()
    words = keep_words(submission.case)
    assert Submission.objects.behind(hash_code(words)).exists()
    if is_paused:
        freeze(submission.case)
    enter(client, submission.case)
    post(client, "take_back")
    assert not Submission.objects.behind(hash_code(words)).exists()


def test_while_paused_the_words_are_the_same(client):
    texts = []
    for is_paused in (False, True):
        case = make_story_with_author()
        enter(client, case)
        if is_paused:
            freeze(case)
        page = client.get(reverse("stories:take_back"))
        done = post(client, "take_back", follow=True)
        texts.append(
            [t.text[t.text.index("<h1") : t.text.index("<form")] if "<form" in t.text else t.text for t in (page, done)]
        )
    assert texts[0] == texts[1]


def _draft():
    return make_submission(state=State.DRAFT, words=CANARY, headline=CANARY).case


def _sent():
    return make_submission(words=CANARY, headline=CANARY).case


def _with_author():
    case = make_story_with_author((1, CANARY, CANARY, "suggestion"), words=f"{CANARY}\n\nTwo {CANARY}\n\nThree.")
    answer_all(case, Answer.OWN, f"{CANARY} again")
    Submission.objects.get(case=case).messages.create(by_author=True, text=CANARY)
    return case


def _published():
    return publish(words=f"{CANARY}\n\nTwo.\n\nThree.")


def _paused():
    case = _with_author()
    freeze(case, text=CANARY)
    return case


@pytest.mark.parametrize("make", [_draft, _sent, _with_author, _published, _paused])
def test_nothing_of_it_is_left(client, make):
    case = make()
    enter(client, case)
    client.get(reverse("stories:everything"))
    post(client, "take_back")
    if make is _paused:
        unfreeze(case=case, person=make_person(Role.SAFEGUARDING), outcome=CANARY)
    assert find_in_database(CANARY) == []
