"""The author's room: every state in plain words, messages, a worry, everything held, and privacy."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.actions import accept, ask, decline, reply
from stories.enums import State
from stories.sharing import Sharing
from stories.status import TABLE, Place, status_of
from stories.submission import Submission
from stories.uses import say_no
from tests.factories import make_person, make_plea, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.review.enums import Answer
from workflows.review.pleading import pass_plea_on
from workflows.review.promises import look_for_readers
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

from .room import DOOR, ROOM, answer_all, enter, freeze, keep_words, publish, say_yes, set_day, text_of

pytestmark = pytest.mark.django_db


def sent():
    return make_submission().case


def asked():
    case = sent()
    ask(case=case, person=make_person(Role.SAFEGUARDING), question="Which year was it?")
    return case


def declined():
    case = sent()
    decline(
        case=case,
        person=make_person(Role.SAFEGUARDING),
        reason="It names your teacher.",
        alternative="Try again without the name.",
    )
    return case


def being_read():
    case = sent()
    accept(case=case, person=make_person(Role.SAFEGUARDING))
    return case


def looking():
    case = being_read()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=4)):
        look_for_readers()
    return case


def new_words():
    case = make_story_with_author((1, "My coach never asked.", "It names a club.", "suggestion"))
    answer_all(case, Answer.OWN, "Nobody asked.")
    return case


def to_talk():
    plea = make_plea()
    pass_plea_on(plea)
    return plea.case


def waiting():
    case = make_story_with_author()
    say_yes(case)
    return case


def day_set():
    case = waiting()
    set_day(case)
    return case


def not_agreed():
    case = publish()
    say_no(case=case, use=Use.PUBLISH)
    return case


def paused():
    case = sent()
    freeze(case)
    return case


STATES = {
    Place.DRAFT: lambda: make_submission(state=State.DRAFT).case,
    Place.SENT: sent,
    Place.ASKED: asked,
    Place.BEING_READ: being_read,
    Place.LOOKING: looking,
    Place.BEING_PREPARED: lambda: make_story_with_author(until="prepare"),
    Place.WITH_YOU: make_story_with_author,
    Place.NEW_WORDS: new_words,
    Place.LOOKED_AT_AGAIN: lambda: make_plea().case,
    Place.TO_TALK: to_talk,
    Place.WAITING: waiting,
    Place.DAY_SET: day_set,
    Place.PUBLISHED: publish,
    Place.NOT_PUBLISHED: declined,
    Place.NOT_AGREED: not_agreed,
    Place.PAUSED: paused,
}
UNSAID = ("seal", "case", "submission")


def test_every_place_but_one_is_reached_here():
    assert set(STATES) == set(Place) - {Place.BETWEEN}


@pytest.mark.parametrize("place", STATES, ids=str)
def test_each_state_has_a_name_an_owner_and_a_date(client, place):
    case = STATES[place]()
    enter(client, case)
    text = text_of(client.get(ROOM))
    status = status_of(Submission.objects.get(case=case))
    assert status.place == place
    assert str(TABLE[place][0]) in text
    assert str(TABLE[place][1]) in text
    assert status.promise in text
    assert (status.due_on is None) == (place == Place.PUBLISHED)
    assert not [word for word in UNSAID if word in text.lower().split()]


@pytest.mark.parametrize("place", STATES, ids=str)
def test_every_page_of_the_room_is_private(client, place):
    case = STATES[place]()
    enter(client, case)
    for name in ("my_story", "take_back", "worry", "everything", "suggestions", "the_page", "second_thoughts"):
        response = client.get(reverse(f"stories:{name}"))
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert str(case) not in response.get("Location", "")
        if response.status_code == 200:
            assert "<title>Golden Thread</title>" in response.text
            assert '<meta name="robots" content="noindex, nofollow">' in response.text


ADDRESSES = (
    "my_story message worry everything suggestions the_page thread_details soon second_thoughts take_back"
).split()


@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_gets_in_without_the_ten_words(client, name):
    case = make_story_with_author((1, "My coach never asked.", "It names a club.", "suggestion"))
    assert client.get(reverse(f"stories:{name}")).headers["Location"] == DOOR
    response = client.post(reverse(f"stories:{name}"), {"text": "KEPTTEXT"})
    assert response.status_code == 403
    assert "KEPTTEXT" in response.text
    assert status_of(Submission.objects.get(case=case)).place == Place.WITH_YOU


@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_stays_in_after_half_an_hour(client, name):
    enter(client, make_story_with_author())
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=31)):
        assert client.get(reverse(f"stories:{name}")).headers["Location"] == DOOR


@pytest.mark.parametrize("name", ["message", "thread_details", "soon"])
def test_the_address_of_a_button_leads_to_the_room(client, name):
    case = waiting() if name == "soon" else make_story_with_author()
    enter(client, case)
    assert client.get(reverse(f"stories:{name}")).headers["Location"] == ROOM


@pytest.mark.parametrize("name", ["message", "worry"])
def test_what_was_typed_when_the_session_ended_is_on_the_form_again(client, name):
    submission = make_submission()
    words = keep_words(submission.case)
    ended = client.post(reverse(f"stories:{name}"), {"text": "Typed just before."})
    assert f'<input type="hidden" name="step" value="{name}">' in ended.text
    back = client.post(DOOR, {"code": words, "step": name, "text": "Typed just before."})
    assert "Typed just before." in back.text
    assert f'action="{reverse("stories:message")}"' in back.text or "Stop everything" in back.text
    assert not submission.messages.exists()
    assert not Concern.objects.exists()


def test_the_ten_words_alone_lead_to_the_room(client):
    submission = make_submission()
    words = keep_words(submission.case)
    assert client.post(DOOR, {"code": words, "step": "burn"}).headers["Location"] == ROOM


def test_a_broken_promise_is_told_as_one(client):
    case = sent()
    enter(client, case)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=11)):
        enter(client, case)
        assert "and we’re late. We’re sorry." in text_of(client.get(ROOM))


def test_a_story_with_its_author_is_never_late(client):
    case = make_story_with_author()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=100)):
        enter(client, case)
        assert "No rush. It is still here for you." in text_of(client.get(ROOM))


def test_a_story_out_of_review_is_with_staff(client):
    case = make_story_with_author()
    status = status_of(Submission.objects.get(case=case))
    status.step.workflow_state.cancel()
    enter(client, case)
    assert str(TABLE[Place.BETWEEN][0]) in text_of(client.get(ROOM))


def test_a_message_reaches_staff_once(client):
    case = asked()
    enter(client, case)
    for _press in range(2):
        response = client.post(reverse("stories:message"), {"text": "It was second year."}, follow=True)
    assert "It was second year." in response.text
    submission = Submission.objects.get(case=case)
    assert [(line.by_author, line.text) for line in submission.messages.all()] == [
        (False, "Which year was it?"),
        (True, "It was second year."),
    ]
    assert submission.state == State.SENT


def test_a_late_answer_begins_a_new_promise():
    case = asked()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=30)):
        reply(case=case, text="It was second year.")
        assert Submission.objects.get(case=case).due_on == Sharing.load().answer_by()


@pytest.mark.parametrize("text", ["", "   ", "x" * 5_001, "a\x00b"])
def test_a_message_that_cannot_be_sent_is_given_back(client, text):
    case = sent()
    enter(client, case)
    response = client.post(reverse("stories:message"), {"text": text})
    assert response.status_code == 200
    assert "There is a problem" in response.text
    assert text.replace("\x00", "").strip() in response.text
    assert not Submission.objects.get(case=case).messages.exists()


def test_hostile_text_is_shown_as_text(client):
    case = sent()
    enter(client, case)
    client.post(reverse("stories:message"), {"text": "<script>alert(1)</script>"})
    text = client.get(ROOM).text
    assert "<script>alert" not in text
    assert '<p class="as-typed" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>' in text


def test_a_worry_stops_everything_by_one_press(client):
    case = make_story_with_author()
    enter(client, case)
    for _press in range(2):
        response = client.post(reverse("stories:worry"), {"text": ""}, follow=True)
    assert str(TABLE[Place.PAUSED][0]) in text_of(response)
    worry = Concern.objects.get(case=case)
    assert (worry.raised_by, worry.person, worry.text) == (RaisedBy.AUTHOR, None, "")


def test_new_words_of_worry_are_one_more_concern(client):
    case = sent()
    enter(client, case)
    for text in ("", "He knows.", "He knows.", ""):
        client.post(reverse("stories:worry"), {"text": text})
    assert [worry.text for worry in Concern.objects.order_by("raised_at")] == ["", "He knows."]


def test_a_worry_that_is_too_long_is_given_back(client):
    case = sent()
    enter(client, case)
    response = client.post(reverse("stories:worry"), {"text": "y" * 5_001})
    assert "y" * 5_001 in response.text
    assert not Concern.objects.exists()


PAUSED_OUT = "message everything suggestions the_page thread_details soon second_thoughts".split()


@pytest.mark.parametrize("name", PAUSED_OUT)
def test_nothing_works_while_paused(client, name):
    case = make_story_with_author((1, "My coach never asked.", "It names a club.", "suggestion"))
    enter(client, case)
    freeze(case, text="SECRETWORRY")
    assert client.get(reverse(f"stories:{name}")).headers["Location"] == ROOM
    response = client.post(reverse(f"stories:{name}"), {"text": "KEPTTEXT", "answer": "yes", "details": "yes"})
    assert response.status_code == 409
    assert "KEPTTEXT" in response.text
    assert not Submission.objects.get(case=case).messages.exists()
    assert client.post(reverse(f"stories:{name}")).headers["Location"] == ROOM


def test_a_pause_says_no_reason_and_helps(client):
    case = make_story_with_author()
    enter(client, case)
    freeze(case, text="SECRETWORRY")
    text = client.get(ROOM).text
    assert "SECRETWORRY" not in text
    assert "concern" not in text.lower()
    assert 'id="help"' in text
    assert client.get(reverse("stories:worry")).status_code == 200
    assert client.get(reverse("stories:take_back")).status_code == 200


def test_after_a_pause_the_story_goes_on_where_it_was(client):
    case = make_story_with_author()
    enter(client, case)
    freeze(case)
    unfreeze(case=case, person=make_person(Role.SAFEGUARDING), outcome="Fine.")
    assert str(TABLE[Place.WITH_YOU][0]) in text_of(client.get(ROOM))


def test_one_author_never_reaches_another(client):
    mine, theirs = asked(), make_story_with_author()
    Submission.objects.get(case=theirs).messages.create(by_author=True, text="THEIRSECRET")
    enter(client, mine)
    for name in ("my_story", "everything"):
        assert "THEIRSECRET" not in client.get(reverse(f"stories:{name}") + f"?case={theirs}").text
    client.post(reverse("stories:worry") + f"?case={theirs}", {"case": str(theirs), "text": ""})
    assert [concern.case for concern in Concern.objects.all()] == [mine]


def test_everything_held_is_shown(client):
    case = new_words()
    submission = Submission.objects.get(case=case)
    submission.contact = {
        "value": "kim@example.org",
        "times": "after four",
        "adult": {"asked": "other", "by": "call", "who": "Mum"},
    }
    submission.agreement, submission.agreed_at = "Her mother agreed by phone.", timezone.now()
    submission.save()
    submission.messages.create(by_author=True, text="A line from me.")
    raise_concern(case=case, raised_by=RaisedBy.AUTHOR, text="My own worry.")
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=make_person(Role.EDITOR), text="STAFFWORRY")
    unfreeze(case=case, person=make_person(Role.SAFEGUARDING), outcome="Fine.")
    Consent.objects.filter(case=case, use="health").update(ended_at=timezone.now())
    enter(client, case)
    text = client.get(reverse("stories:everything")).text
    held = (
        "kim@example.org",
        "after four",
        "Mum",
        "Her mother agreed by phone.",
        "A line from me.",
        "My own worry.",
        "The bus stop question",
        "My coach at Kilbrannoch club never asked.",
        "My coach never asked.",
        "It names a club.",
        "Nobody asked.",
        "You ended this on",
        *(consent.wording.text for consent in Consent.objects.filter(case=case)),
    )
    assert [value for value in held if value not in text.replace("&#x27;", "'")] == []
    assert "STAFFWORRY" not in text


def test_everything_held_of_a_draft_and_of_a_decision(client):
    enter(client, make_submission(state=State.DRAFT).case)
    assert "Then my friend asked twice." in client.get(reverse("stories:everything")).text
    enter(client, declined())
    assert "It names your teacher." in client.get(reverse("stories:everything")).text
    assert "It names your teacher." in client.get(ROOM).text


@pytest.mark.parametrize(("days", "asks"), [(7, False), (9, True)])
def test_a_week_after_publication_we_ask_how_they_are(client, days, asks):
    case = publish()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
        enter(client, case)
        assert ("How are you with it being out there?" in client.get(ROOM).text) == asks


def test_the_room_takes_as_many_questions_of_the_database_with_one_message_as_with_three(
    client, django_assert_max_num_queries
):
    case = asked()
    enter(client, case)
    client.get(ROOM)
    with django_assert_max_num_queries(100) as one:
        client.get(ROOM)
    for number in range(2):
        Submission.objects.get(case=case).messages.create(by_author=False, text=f"Line {number}")
    client.get(ROOM)  # marks them as seen
    with django_assert_max_num_queries(100) as three:
        client.get(ROOM)
    assert len(three) == len(one)
