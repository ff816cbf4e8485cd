"""The author keeps a part that can't be published as it is: plain words, one press, and the answer in their room."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, make_plea, make_story_with_author
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer, PleaEnd
from workflows.review.models import Plea, Suggestion
from workflows.review.pleading import pass_plea_on
from workflows.safeguarding.models import Concern

from .room import ROOM, enter, freeze, post, text_of

pytestmark = pytest.mark.django_db
QUESTIONS, KEEP = "/en/my-story/suggestions/", "/en/my-story/keep-part/"
CLUB = (1, "", "It names a club.", "must")
COACH = "My coach at Kilbrannoch club never asked."
TALKS = "/en/desk/talks/"


@pytest.fixture
def case():
    return make_story_with_author(CLUB)


def ask(client, case, **changed):
    must = Suggestion.objects.get(case=case)
    data = {"part": must.pk, "digest": draft_of(page_of(case)).words_digest()} | changed
    return client.post(KEEP, data, follow=True)


def test_a_press_beside_the_part_says_what_happens_and_the_next_one_asks(client, case):
    enter(client, case)
    page = client.get(QUESTIONS)
    must = Suggestion.objects.get()
    assert "I want to keep this part" in text_of(page)
    data = {"shown": page.context["form"]["shown"].value(), "keep": must.pk, f"words-{must.pk}": must.before}
    said = post(client, "suggestions", data, follow=True)
    assert said.redirect_chain == [(f"{KEEP}?part={must.pk}", 302)]
    assert COACH in text_of(said)
    assert "They look only once." in text_of(said)
    assert not Plea.objects.exists()
    assert "You asked to keep that part." in ask(client, case).text
    assert "The part you want to keep is looked at again" in text_of(client.get(ROOM))
    assert "Your readers look at it once more, by" in text_of(client.get(QUESTIONS))
    assert "I want to keep this part" not in text_of(client.get(QUESTIONS))
    assert "Your readers are looking at the part you want to keep." in text_of(client.get("/en/my-story/page/"))
    assert "you asked to keep it" in client.get("/en/my-story/everything/").text
    assert ask(client, case).status_code == 200  # pressed twice
    assert Plea.objects.count() == 1


def test_each_end_is_told_in_the_room(client, case):
    enter(client, case)
    ask(client, case)
    pass_plea_on(Plea.objects.get())
    assert "A person here will talk with you" in text_of(client.get(ROOM))
    assert "Somebody here will be in touch with you by" in text_of(client.get(QUESTIONS))
    Plea.objects.all().end(PleaEnd.TALKED)
    assert "What you do now is your choice." in text_of(client.get(QUESTIONS))
    assert "I want to keep this part" not in text_of(client.get(QUESTIONS))
    assert "a second time already" in ask(client, case).text


@pytest.mark.parametrize("part", ["", "nonsense", str(uuid.UUID(int=1))])
def test_nothing_to_keep_leads_back(client, case, part):
    enter(client, case)
    assert client.get(KEEP, {"part": part}).headers["Location"] == QUESTIONS
    assert client.post(KEEP, {"part": part}).headers["Location"] == QUESTIONS
    assert not Plea.objects.exists()


def test_another_authors_part_and_an_old_page_ask_nothing(client, case):
    theirs = Suggestion.objects.get(case=case)
    other = make_story_with_author((1, "", "Why.", "must"))
    enter(client, other)
    assert client.get(KEEP, {"part": theirs.pk}).headers["Location"] == QUESTIONS
    old = ask(client, other, digest="old")
    assert (old.status_code, "This changed since you opened it." in old.text) == (409, True)
    freeze(other)
    assert ask(client, other).redirect_chain == [(ROOM, 302)]
    assert not Plea.objects.exists()


def test_keep_sent_as_a_plain_answer_is_refused(client, case):
    enter(client, case)
    must = Suggestion.objects.get()
    shown = client.get(QUESTIONS).context["form"]["shown"].value()
    data = {"shown": shown, f"answer-{must.pk}": "keep", f"words-{must.pk}": must.before}
    assert "That answer does not fit this part." in post(client, "suggestions", data).text


def at_desk(asked, name="stay"):
    client = Client()
    client.force_login(asked.reader)
    return client, reverse(f"review:{name}", args=[asked.pk])


def test_at_the_desk_a_reader_sees_the_part_and_the_reason_alone_and_answers_once(client, case):
    enter(client, case)
    ask(client, case)
    first, second = Plea.objects.get().readers.order_by("pk")
    desk, address = at_desk(first)
    waiting = desk.get(reverse("review:desk"))
    assert "One part its author would like to keep" in waiting.text
    assert COACH not in waiting.text
    page = desk.get(address).text
    assert (COACH in page, "It names a club." in page, "The bus was late." in page) == (True, True, False)
    assert AccessLog.objects.filter(case=case, person=first.reader, what="reading").exists()
    assert "checked" not in page[page.index("<main") :]
    empty = desk.post(address, {"line": ""})
    assert "Choose your answer." in empty.text
    assert "Thank you." in desk.post(address, {"stay": "yes", "line": "not kept"}, follow=True).text
    first.refresh_from_db()
    assert (first.can_stay, first.line) == (True, "")
    again = desk.post(address, {"stay": "no", "line": "I typed this."})
    assert (again.status_code, "I typed this." in again.text, COACH in again.text) == (409, True, False)
    other, theirs = at_desk(second)
    assert other.post(theirs, {"stay": "yes"}).status_code == 302
    assert Suggestion.objects.get().answer == Answer.KEEP
    assert "This part can stay as you wrote it." in text_of(client.get(QUESTIONS))
    assert "One part its author" not in other.get(reverse("review:desk")).text


def test_a_reader_who_is_worried_stops_the_story_with_one_press(client, case):
    enter(client, case)
    ask(client, case)
    asked = Plea.objects.get().readers.first()
    desk, address = at_desk(asked, "worry_part")
    assert desk.post(address, {"text": "A\x00."}, follow=True).status_code == 200
    assert Concern.objects.get().case == case
    desk, address = at_desk(asked)
    paused = desk.get(address)
    assert (paused.status_code, COACH in paused.text) == (409, False)


def test_staff_see_whom_to_talk_with_by_when_and_note_it_once(client, case):
    plea = make_plea(case)
    asked = plea.readers.first()
    desk, address = at_desk(asked)
    desk.post(address, {"stay": "no", "line": "It is the only club there."})
    client.force_login(make_person(Role.SAFEGUARDING))
    for page in (TALKS, "/en/desk/intake/"):
        listed = client.get(page).text
        assert ("An author would like to keep a part" in listed, COACH in listed) == (True, False)
    address = reverse("review:talk", args=[plea.pk])
    text = client.get(address).text
    assert (COACH in text, "It is the only club there." in text, str(asked.reader) in text) == (True, True, False)
    assert "It is noted." in client.post(address, follow=True).text
    assert client.post(address).status_code == 409
    assert "Nobody waits for a talk" in client.get(TALKS).text


def test_without_the_mark_nobody_reads_the_part(client):
    plea = make_plea(make_story_with_author(CLUB, band="16-17"))
    pass_plea_on(plea)
    client.force_login(make_person(Role.SAFEGUARDING, pvg=False))
    refused = client.get(reverse("review:talk", args=[plea.pk]))
    assert (refused.status_code, COACH in refused.text) == (403, False)
    assert client.post(reverse("review:talk", args=[plea.pk])).status_code == 403


@pytest.mark.parametrize("times", [1, 3])
def test_lists_cost_the_same_for_one_and_three(client, django_assert_num_queries, times):
    pleas = [make_plea(make_story_with_author(CLUB)) for _time in range(times)]
    for plea in pleas:
        pass_plea_on(plea)
    client.force_login(make_person(Role.SAFEGUARDING))
    client.get(TALKS)
    with django_assert_num_queries(4):
        client.get(TALKS)
