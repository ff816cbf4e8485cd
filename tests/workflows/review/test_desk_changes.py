"""An author's changed paragraph before the champion who confirms it."""

import pytest
from django.urls import reverse

from tests.factories import make_own_words, make_person, make_story_with_author
from workflows.people.enums import Band, Role, Training
from workflows.people.models import Qualification
from workflows.privacy.models import AccessLog
from workflows.review.answering import answer_suggestions
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer, ReadingState
from workflows.review.models import Reading, Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


def url(change):
    return reverse("review:confirm", args=[change.pk])


def send(client, change, fit="fine", reason="", **changed):
    data = {"fit": fit, "reason": reason, "seen": change.answered_at.isoformat(), **changed}
    return client.post(url(change), data)


@pytest.fixture
def change(client):
    """A changed paragraph, checked; a champion who did not suggest it is signed in."""
    case = make_story_with_author()
    client.force_login(make_person(Role.CHAMPION))
    return make_own_words(case)


def test_a_changed_part_waits_on_the_desk_without_a_word(client, change):
    html = client.get("/en/desk/").content.decode()
    assert url(change) in html
    assert "Nobody at my club" not in html


def test_confirming_shows_before_and_after_and_is_logged(client, change):
    html = client.get(url(change)).content.decode()
    assert "My coach at Kilbrannoch club never asked." in html
    assert "Nobody at my club asked." in html
    assert AccessLog.objects.filter(case=change.case, what="own words").count() == 1


def test_fine_confirms(client, change):
    assert send(client, change)["Location"] == "/en/desk/"
    change.refresh_from_db()
    assert change.confirmed_at


def test_a_reason_says_that_it_cannot_be_published(client, change):
    send(client, change, "cannot", "It still names somebody.")
    change.refresh_from_db()
    assert change.turned_down
    assert Suggestion.objects.unanswered().get().reason == "It still names somebody."


@pytest.mark.parametrize(
    ("fit", "reason", "said"),
    [
        ("cannot", "", "Please say why"),
        ("cannot", "\x00", "Null characters"),
        ("fine", "But it names a club", "You wrote a reason"),
        ("", "", "Choose your answer."),
        ("cannot", "so " * 20_000, "Ensure this value has at most"),
    ],
)
def test_an_unclear_answer_is_explained(client, change, fit, reason, said):
    answer = send(client, change, fit, reason)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    change.refresh_from_db()
    assert not change.confirmed_at


@pytest.mark.parametrize("seen", ["", "yesterday", "2026-13-45T00:00", "2026-01-01T00:00", "2026-01-01T00:00+00:00"])
def test_other_words_than_those_seen_are_stale(client, change, seen):
    answer = send(client, change, "cannot", "A line to keep.", seen=seen)
    assert answer.status_code == 409
    assert "A line to keep." in answer.content.decode()
    change.refresh_from_db()
    assert not change.turned_down


def test_a_second_press_hears_that_it_has_changed(client, change):
    send(client, change)
    assert send(client, change).status_code == 409
    assert client.get(url(change)).status_code == 409


def test_paused_change_cannot_be_opened(client, change):
    raise_concern(case=change.case, raised_by=RaisedBy.AUTHOR)
    html = client.get("/en/desk/").content.decode()
    assert "Paused" in html
    assert url(change) not in html
    answer = client.get(url(change))
    assert answer.status_code == 409
    assert "Kilbrannoch" not in answer.content.decode()


def test_who_suggested_it_does_not_confirm_it(client, change):
    suggester = make_person(Role.CHAMPION)
    Suggestion._base_manager.filter(pk=change.pk).update(made_by=suggester)
    client.force_login(suggester)
    assert url(change) not in client.get("/en/desk/").content.decode()
    assert client.get(url(change)).status_code == 403
    assert send(client, change).status_code == 403


def test_who_may_know_the_author_does_not_confirm(client, change):
    knows = make_person(Role.CHAMPION)
    day = change.made_at.date()
    Reading.objects.create(case=change.case, champion=knows, state=ReadingState.STEPPED_AWAY, due_on=day)
    client.force_login(knows)
    assert url(change) not in client.get("/en/desk/").content.decode()
    assert client.get(url(change)).status_code == 403


def test_under_18_needs_the_pvg_mark(client):
    change = make_own_words(make_story_with_author(band=Band.B16_17))
    champion = make_person(Role.CHAMPION)
    client.force_login(champion)
    assert client.get(url(change)).status_code == 200
    Qualification.objects.filter(person=champion, kind=Training.PVG).delete()
    assert url(change) not in client.get("/en/desk/").content.decode()
    assert client.get(url(change)).status_code == 403


def test_words_not_yet_checked_are_for_no_champion(client):
    change = make_own_words(make_story_with_author(), checked=False)
    client.force_login(make_person(Role.CHAMPION))
    assert url(change) not in client.get("/en/desk/").content.decode()
    assert client.get(url(change)).status_code == 403
    assert send(client, change).status_code in (403, 409)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CHAMPION])
def test_only_champions_confirm(client, change, role):
    client.force_login(make_person(role))
    assert client.get(url(change)).status_code == 403


def test_an_answer_given_anew_between_reading_and_pressing_is_stale(client, change):
    client.get(url(change))
    draft = draft_of(page_of(change.case))
    answers = {change.pk: (Answer.OWN, "Quite other words.")}
    answer_suggestions(case=change.case, digest=draft.words_digest(), answers=answers)
    assert send(client, change).status_code in (403, 409)
    change.refresh_from_db()
    assert not change.confirmed_at
