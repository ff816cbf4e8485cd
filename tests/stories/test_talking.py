"""Author and staff in touch: messages with read marks, a call, a file of everything, a week after publication.

Requirements 15 and 60.
"""

import datetime
import json

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.actions import ask, decline, open_contact, reply
from stories.enums import ContactReason, State
from stories.sharing import Sharing
from stories.submission import Message, Submission
from stories.talking import ask_for_a_call
from tests.factories import make_person, make_story_with_author, make_submission
from workflows.people.enums import Band, Role
from workflows.privacy.models import AccessLog
from workflows.review.errors import Late

from .room import ROOM, enter, freeze, post, publish, text_of

pytestmark = pytest.mark.django_db
CALL = {"number": "07700 900123", "times": "after four", "message": "no"}


def staff(client, role=Role.SAFEGUARDING, **fields):
    person = make_person(role, **fields)
    client.force_login(person)
    return person


def test_message_of_the_author_is_marked_when_staff_have_it_on_their_screen(client):
    case = make_submission().case
    reply(case=case, text="Hello there.")
    enter(client, case)
    assert "Not seen by our staff yet" in text_of(client.get(ROOM))
    staff(client)
    client.get(reverse("stories:intake_story", args=[case]))
    seen = Message.objects.get().seen_at
    client.get(reverse("stories:intake_story", args=[case]))
    assert Message.objects.get().seen_at == seen
    enter(client, case)
    assert "Seen by our staff on" in text_of(client.get(ROOM))


def test_message_is_not_marked_by_its_own_side_nor_by_who_may_not_open_it(client):
    case = make_submission(band=Band.B16_17).case
    reply(case=case, text="Hello there.")
    enter(client, case)
    client.get(ROOM)
    staff(client, pvg=False)
    assert client.get(reverse("stories:intake_story", args=[case])).status_code == 403
    staff(client, Role.CHAMPION)
    assert client.get(reverse("stories:intake_story", args=[case])).status_code == 403
    assert Message.objects.get().seen_at is None


def test_staff_see_that_the_author_has_read_theirs(client):
    case = make_submission().case
    keeper = staff(client)
    ask(case=case, person=keeper, question="When was it?")
    assert "The author has not seen it yet" in client.get(reverse("stories:intake_story", args=[case])).text
    enter(client, case)
    client.get(ROOM)
    client.force_login(keeper)
    assert "On the author’s screen on" in client.get(reverse("stories:intake_story", args=[case])).text


@pytest.mark.parametrize("letters", [1, 3])
def test_intake_lists_unread_messages_of_stories_that_wait_for_nothing_else(
    client, letters, django_assert_max_num_queries
):
    cases = [make_story_with_author() for _number in range(letters)]
    for case in cases:
        reply(case=case, text="SECRETWORDS")
    staff(client)
    client.get(reverse("stories:intake"))
    with django_assert_max_num_queries(13):
        text = client.get(reverse("stories:intake")).text
    assert text.count("A message from an author") == letters
    assert "SECRETWORDS" not in text
    for case in cases:
        client.get(reverse("stories:intake_story", args=[case]))
    assert "A message from an author" not in client.get(reverse("stories:intake")).text


@pytest.mark.parametrize("paused", [False, True])
def test_author_can_talk_from_every_state_even_a_pause(client, paused):
    case = make_submission().case
    if paused:
        freeze(case)
    enter(client, case)
    assert "Talk to a person" in client.get(ROOM).text
    assert client.get(reverse("stories:talk")).status_code == 200
    assert post(client, "talk", {"text": "Can we speak?"}).headers["Location"] == ROOM
    assert [line.text for line in Message.objects.all()] == ["Can we speak?"]


def test_a_message_without_words_is_explained(client):
    enter(client, make_submission().case)
    assert "Write your message first." in post(client, "talk", {"text": " "}).text


def test_a_draft_is_read_by_nobody_so_its_author_is_led_to_help(client):
    case = make_submission(state=State.DRAFT).case
    Sharing.objects.update_or_create(pk=1, defaults={"contact_name": "Ailsa", "contact_number": "01632 960111"})
    enter(client, case)
    page = client.get(reverse("stories:talk"))
    assert "Ailsa" in page.text
    assert "Please call me" not in page.text
    post(client, "talk", {"text": "Hello"})
    assert post(client, "call", CALL).headers["Location"] == ROOM
    assert not Message.objects.exists()
    with pytest.raises(Late):
        ask_for_a_call(case=case, **CALL)


def test_a_call_is_asked_for_once_and_its_number_stays_with_the_contact_details(client):
    case = make_submission().case
    enter(client, case)
    for _press in range(2):
        assert post(client, "call", CALL).headers["Location"] == ROOM
    line = Message.objects.get()
    assert "07700" not in line.text
    keeper = staff(client)
    assert "07700" not in client.get(reverse("stories:intake_story", args=[case])).text
    contact = open_contact(case=case, person=keeper, why=ContactReason.ASKED)
    assert contact == {
        "value": "author@example.org",
        "call": {"value": "07700 900123", "times": "after four", "message": "no"},
    }
    assert AccessLog.objects.filter(case=case, what="contact: asked").count() == 1
    shown = client.post(reverse("stories:intake_contact", args=[case]), {"why": "asked"}).text
    assert "07700 900123" in shown
    enter(client, case)
    assert "07700 900123" in client.get(reverse("stories:everything")).text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"number": ""}, "Write the number we can call."),
        ({"number": "<b>call</b>"}, "Write the number with all its digits"),
        ({"number": "1" * 41}, "Please use 40 or fewer"),
        ({"number": "07700\x00900123"}, "hidden character"),
        ({"message": ""}, "Choose yes or no."),
        ({"message": "maybe"}, "Select a valid choice"),
    ],
)
def test_a_call_that_lacks_something_is_explained_and_nothing_is_lost(client, wrong, sentence):
    enter(client, make_submission().case)
    page = post(client, "call", CALL | wrong)
    assert sentence in text_of(page)
    assert 'value="after four"' in page.text
    assert not Message.objects.exists()


def test_nothing_about_a_call_is_chosen_in_advance(client):
    enter(client, make_submission().case)
    text = client.get(reverse("stories:talk")).text
    assert "checked" not in text[text.index("<main") :]


def test_everything_is_a_file_with_the_same_parts(client):
    case = make_story_with_author((1, "My coach never asked.", "It names a club.", "suggestion"))
    reply(case=case, text="A “line” from me.")
    enter(client, case)
    response = client.get(reverse("stories:everything_file"))
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Disposition"] == 'attachment; filename="file.json"'
    assert response["Content-Type"] == "application/json"
    parts = json.loads(response.text)["parts"]
    page = client.get(reverse("stories:everything"))
    assert [part["name"] for part in parts] == [part.name for part in page.context["parts"]]
    assert [[row["what"], row["said"]] for part in parts for row in part["rows"]] == [
        list(row) for part in page.context["parts"] for row in part.rows
    ]
    assert "A “line” from me." in response.text


def test_who_is_fine_with_their_page_is_not_asked_again(client):
    case = publish()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=9)):
        enter(client, case)
        asked = client.get(ROOM).text
        for choice in ("I’m fine with it", "Take my story back", "Talk to a person"):
            assert 'class="btn plain"' in asked[: asked.index(choice)][-120:]
        assert post(client, "settled").headers["Location"] == ROOM
        assert "How are you with it being out there?" not in client.get(ROOM).text
    assert Submission.objects.get(case=case).settled_at is not None


def test_only_an_author_of_a_published_page_says_they_are_fine(client):
    case = make_submission().case
    enter(client, case)
    post(client, "settled")
    assert Submission.objects.get(case=case).settled_at is None


def test_a_reason_alone_is_no_answer():
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    with pytest.raises(Exception, match="something they could do instead"):
        decline(case=case, person=keeper, reason="It names her.", alternative=" ")
    assert Submission.objects.get(case=case).state == State.SENT
