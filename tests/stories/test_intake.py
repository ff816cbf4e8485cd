"""Safeguarding's intake: what waits, and what is decided on one story."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from stories.actions import accept, decline, open_contact, read_submission, reply, take_back
from stories.enums import ContactReason, State
from stories.models import StoryPage, Submission
from stories.sent import seen_of
from tests.factories import make_own_words, make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.enums import Band, Role
from workflows.privacy.models import AccessLog, Letter
from workflows.review.enums import ReadingState
from workflows.review.errors import Frozen, Late
from workflows.review.models import Reading
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
INTAKE = "/en/desk/intake/"
LONG = "word " * 10_000
ACTIONS = {
    "accept": {},
    "ask": {"question": "May we change the name of the club?"},
    "decline": {"reason": "It names other people.", "alternative": "Try again without them."},
    "agreement": {"text": "Her mum, by phone."},
    "contact": {"why": "danger"},
}


def url(name, case):
    return reverse(f"stories:intake_{name}", args=[case])


def press(client, name, case, **changed):
    seen = seen_of(Submission.objects.get(case=case))
    return client.post(url(name, case), {"seen": seen, **ACTIONS[name], **changed}, follow=True)


def text_of(answer):
    return answer.content.decode()


def rows_of(client):
    return text_of(client.get(INTAKE)).split("<main")[1].split("</main>")[0]


@pytest.fixture
def keeper(client):
    """Somebody of safeguarding, signed in."""
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


@pytest.fixture
def sent(keeper):
    """A story that waits."""
    return make_submission()


def test_intake_asks_strangers_to_sign_in(client):
    assert client.get(INTAKE)["Location"] == f"/accounts/login/?next={INTAKE}"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING])
def test_intake_is_for_safeguarding_alone(client, role):
    case = make_submission().case
    client.force_login(make_person(role, is_superuser=role == Role.EDITOR))
    assert client.get(INTAKE).status_code == 403
    assert client.get(url("story", case)).status_code == 403
    assert {client.post(url(name, case), data).status_code for name, data in ACTIONS.items()} == {403}
    assert Submission.objects.get(case=case).state == State.SENT


def test_superuser_without_the_role_stays_outside(client, sent):
    client.force_login(make_person(is_superuser=True, is_staff=True))
    assert client.get(INTAKE).status_code == 403
    assert client.get(url("story", sent.case)).status_code == 403


def test_without_the_pvg_mark_an_under_18_story_stays_shut(client, sent):
    adult = make_submission(band=Band.ADULT)
    client.force_login(make_person(Role.SAFEGUARDING, pvg=False))
    assert "Needs a current PVG mark" in rows_of(client)
    assert url("story", sent.case) not in rows_of(client)
    assert client.get(url("story", sent.case)).status_code == 403
    assert {press(client, name, sent.case).status_code for name in ACTIONS} == {403}
    assert client.get(url("story", adult.case)).status_code == 200


def test_list_shows_band_language_length_promise_and_no_word_nor_address(client, sent):
    rows = rows_of(client)
    for fact in ("16 or 17", "English", "about one minute", "Promised by", "By email", "With us"):
        assert fact in rows
    for private in ("bus stop", "Kilbrannoch", "author@example.org"):
        assert private not in rows
    assert AccessLog.objects.count() == 0


def test_list_without_anything_is_kind(client, keeper):
    assert "Nothing waits for safeguarding." in rows_of(client)
    assert "There is none." in rows_of(client)


def test_worries_come_first_then_the_oldest_promise(client, keeper):
    first, second, worried = (make_submission() for _number in range(3))
    Submission.objects.filter(case=first.case).update(due_on="2026-01-01")
    raise_concern(case=worried.case, raised_by=RaisedBy.AUTHOR)
    rows = rows_of(client)
    places = [rows.index(url("story", one.case)) for one in (worried, first, second)]
    assert places == sorted(places)
    assert "Paused: a worry is open" in rows


def test_a_draft_is_nobodys_to_open(client, keeper):
    case = make_submission(state=State.DRAFT).case
    assert client.get(url("story", case)).status_code == 404
    assert {press(client, name, case).status_code for name in ACTIONS} == {404}
    for action in (read_submission, lambda **given: open_contact(why=ContactReason.DANGER, **given)):
        with pytest.raises(PermissionDenied):
            action(case=case, person=keeper)


def test_one_story_shows_words_without_the_address_and_is_logged(client, sent, keeper):
    html = text_of(client.get(url("story", sent.case)))
    assert "My coach at Kilbrannoch club never asked." in html
    assert "With no name" in html
    assert "author@example.org" not in html
    assert [(row.person, row.what) for row in AccessLog.objects.all()] == [(keeper, "submission")]


def test_a_story_nobody_sent_is_not_found(client, keeper):
    assert client.get(url("story", "00000000-0000-0000-0000-000000000001")).status_code == 404


def test_the_address_needs_a_reason_which_is_kept(client, sent, keeper):
    assert client.get(url("contact", sent.case)).status_code == 405
    refused = press(client, "contact", sent.case, why="")
    assert "author@example.org" not in text_of(refused)
    assert "There is a problem" in text_of(refused)
    assert "Nothing you typed is lost." in text_of(refused)
    assert "author@example.org" in text_of(press(client, "contact", sent.case))
    assert AccessLog.objects.filter(case=sent.case, person=keeper, what="contact: danger").count() == 1


def test_how_to_reach_tells_times_messages_and_the_adult(client, sent):
    sent.contact = {
        "value": "07700 900123",
        "times": "after four",
        "message": "yes",
        "adult": {"asked": "other", "by": "call", "who": "Ms Reid", "how": "01632 960123"},
    }
    sent.save()
    html = text_of(press(client, "contact", sent.case))
    for fact in ("07700 900123", "after four", "Yes", "Ms Reid", "01632 960123"):
        assert fact in html
    sent.contact = {"adult": {"asked": "cannot"}}
    sent.save()
    assert "They can’t ask at home." in text_of(press(client, "contact", sent.case))
    sent.contact = {}
    sent.save()
    assert "They left no way to reach them." in text_of(press(client, "contact", sent.case))


def test_accepting_makes_a_draft_and_a_second_press_finds_it_done(client, sent):
    assert "Accepted. Champions are asked to read it." in text_of(press(client, "accept", sent.case))
    assert press(client, "accept", sent.case).status_code == 200
    assert StoryPage.objects.filter(translation_key=sent.case).count() == 1


def test_two_tabs_accepting_are_one(client, sent, monkeypatch):
    def meanwhile(**given):
        accept(**given)
        raise Late

    monkeypatch.setattr("stories.views.intake.accept", meanwhile)
    assert press(client, "accept", sent.case).status_code == 200


def test_13_to_15_is_accepted_only_with_what_was_agreed(client, keeper):
    case = make_submission(band=Band.B13_15).case
    assert "First: does an adult agree?" in text_of(client.get(url("story", case)))
    answer = press(client, "accept", case)
    assert "First record which adult agreed" in text_of(answer)
    assert Submission.objects.get(case=case).state == State.SENT
    assert "Please write something here first." in text_of(press(client, "agreement", case, text=" "))
    assert "Her mum, by phone." in text_of(press(client, "agreement", case))
    press(client, "accept", case)
    assert Submission.objects.get(case=case).state == State.ACCEPTED


def test_a_question_is_asked_once_and_the_answer_is_shown(client, sent, keeper):
    for _press in range(2):
        press(client, "ask", sent.case)
    assert sent.messages.count() == 1
    assert Letter.objects.filter(case=sent.case).count() == 1
    assert "Waits for its author’s answer" in rows_of(client)
    reply(case=sent.case, text="Yes, <b>please</b>.")
    html = text_of(client.get(url("story", sent.case)))
    assert "May we change the name of the club?" in html
    assert "Yes, &lt;b&gt;please&lt;/b&gt;." in html
    assert str(keeper) in html


def test_a_question_can_be_asked_while_champions_read(client, keeper):
    page = make_story_being_read()
    press(client, "ask", page.case)
    submission = Submission.objects.get(case=page.case)
    assert (submission.messages.count(), submission.state) == (1, State.ACCEPTED)


def test_declining_tells_why_and_a_second_press_finds_it_done(client, sent):
    assert "The author is told" in text_of(press(client, "decline", sent.case))
    assert press(client, "decline", sent.case).status_code == 200
    sent.refresh_from_db()
    assert (sent.state, sent.reason) == (State.DECLINED, "It names other people.")
    assert "It names other people." in text_of(client.get(url("story", sent.case)))
    assert Letter.objects.filter(case=sent.case).count() == 1


def test_a_story_being_read_shows_where_it_is_and_can_be_declined(client, keeper):
    page = make_story_being_read()
    html = text_of(client.get(url("story", page.case)))
    assert "Champions read" in html
    assert "My coach at Kilbrannoch club never asked." in html
    press(client, "decline", page.case)
    assert not StoryPage.objects.filter(translation_key=page.case).exists()
    assert set(Reading.objects.filter(case=page.case).values_list("state", flat=True)) == {ReadingState.NOT_NEEDED}


@pytest.mark.parametrize("name", ["accept", "ask", "agreement"])
def test_a_declined_story_takes_no_other_decision(client, sent, keeper, name):
    decline(case=sent.case, person=keeper, reason="No.", alternative="Try again.")
    answer = press(client, name, sent.case)
    assert answer.status_code == 409
    assert "This has been decided" in text_of(answer)


@pytest.mark.parametrize("name", ["accept", "ask", "agreement", "decline"])
def test_nothing_is_decided_while_paused_and_what_was_typed_is_given_back(client, sent, keeper, name):
    raise_concern(case=sent.case, raised_by=RaisedBy.AUTHOR)
    answer = press(client, name, sent.case)
    assert answer.status_code == 409
    assert "This is paused" in text_of(answer)
    for typed in ACTIONS[name].values():
        assert typed in text_of(answer)
    assert Submission.objects.get(case=sent.case).state == State.SENT


def test_declining_below_the_form_waits_for_the_worry_too(sent, keeper):
    raise_concern(case=sent.case, raised_by=RaisedBy.AUTHOR)
    with pytest.raises(Frozen):
        decline(case=sent.case, person=keeper, reason="No.", alternative="Try again.")


def test_a_story_taken_back_under_a_worry_shows_no_word(client, sent):
    raise_concern(case=sent.case, raised_by=RaisedBy.STAFF)
    take_back(case=sent.case)
    assert f'href="{url("story", sent.case)}"' not in rows_of(client)
    html = text_of(client.get(url("story", sent.case)))
    assert "Its author took this story back" in html
    assert "Kilbrannoch" not in html
    assert "bus stop" not in html
    assert "author@example.org" in text_of(press(client, "contact", sent.case))


@pytest.mark.parametrize(
    ("name", "field"), [("ask", "question"), ("decline", "reason"), ("agreement", "text"), ("contact", "why")]
)
@pytest.mark.parametrize("value", ["<i>x</i>" + LONG, "<i>y</i>\x00", ""])
def test_what_cannot_be_taken_is_explained_and_given_back(client, keeper, name, field, value):
    case = make_submission(band=Band.B13_15).case
    answer = press(client, name, case, **{field: value})
    assert answer.status_code == 200
    assert "There is a problem" in text_of(answer)
    if field != "why":
        assert value.replace("\x00", "")[:20].replace("<", "&lt;").replace(">", "&gt;") in text_of(answer)
    assert Submission.objects.get(case=case).state == State.SENT


def test_hostile_words_are_shown_as_words(client, keeper):
    case = make_submission(words="<script>alert(1)</script>", headline="<b>Hi</b>").case
    html = text_of(client.get(url("story", case)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<b>Hi" not in html


@pytest.mark.parametrize("stories", [1, 3])
def test_intake_asks_the_database_as_often_for_one_row_as_for_three(
    client, keeper, stories, django_assert_max_num_queries
):
    for _number in range(stories):
        make_submission()
        make_own_words(make_story_with_author(), checked=False)
        raise_concern(case=make_submission().case, raised_by=RaisedBy.AUTHOR)
    for _number in range(stories):
        make_story_being_read(champions=0, band=Band.B16_17)
    client.get(INTAKE)
    with django_assert_max_num_queries(12) as asked:
        client.get(INTAKE)
    assert len(asked) == 12
