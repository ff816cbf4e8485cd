"""Safeguarding on worries, and on an author's own new words before they enter the page."""

import pytest
from django.urls import reverse

from tests.factories import make_own_words, make_person, make_story_with_author
from workflows.people.enums import Band, Role
from workflows.privacy.models import AccessLog
from workflows.review.cases import draft_of, page_of
from workflows.review.models import Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
INTAKE = "/en/desk/intake/"
OTHERS = [role for role in Role if role != Role.SAFEGUARDING]


def url(name, key):
    return reverse(f"stories:intake_{name}", args=[key])


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def keeper(client):
    """Somebody of safeguarding, signed in."""
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


@pytest.fixture
def words(keeper):
    """An author's own new words that nobody has read."""
    return make_own_words(make_story_with_author(), checked=False)


def check(client, words, fit="fine", reason="", **changed):
    data = {"fit": fit, "reason": reason, "seen": words.answered_at.isoformat(), **changed}
    return client.post(url("words", words.pk), data, follow=True)


def test_new_words_are_shown_with_those_before_and_logged(client, words, keeper):
    assert url("words", words.pk) in text_of(client.get(INTAKE))
    html = text_of(client.get(url("words", words.pk)))
    assert "My coach at Kilbrannoch club never asked." in html
    assert "Nobody at my club asked." in html
    assert AccessLog.objects.filter(person=keeper, what="own words").count() == 1


def test_letting_words_in_puts_them_in_the_draft_once(client, words):
    assert "They are in. One champion confirms them." in text_of(check(client, words))
    assert draft_of(page_of(words.case)).paragraphs[1][1] == "Nobody at my club asked."
    for answer in (check(client, words), client.get(url("words", words.pk))):
        assert answer.status_code == 409
        assert "This has been decided" in text_of(answer)


def test_a_reason_goes_to_the_author_and_the_words_stay_out(client, words):
    assert "The author is told" in text_of(check(client, words, "cannot", "It names a club still."))
    assert draft_of(page_of(words.case)).paragraphs[1][1] == "My coach at Kilbrannoch club never asked."
    assert Suggestion.objects.unanswered().get(case=words.case).reason == "It names a club still."


@pytest.mark.parametrize(("fit", "reason"), [("cannot", ""), ("fine", "because"), ("", ""), ("cannot", "\x00")])
def test_an_unclear_answer_lets_nothing_in(client, words, fit, reason):
    assert "There is a problem" in text_of(check(client, words, fit, reason))
    words.refresh_from_db()
    assert words.checked_at is None


def test_other_words_than_those_seen_are_stale(client, words):
    assert check(client, words, seen="2026-01-01T00:00+00:00").status_code == 409


def test_paused_words_wait(client, words):
    raise_concern(case=words.case, raised_by=RaisedBy.AUTHOR)
    assert url("words", words.pk) not in text_of(client.get(INTAKE))
    assert client.get(url("words", words.pk)).status_code == 409
    assert check(client, words).status_code == 409


@pytest.mark.parametrize("role", OTHERS)
def test_new_words_are_for_safeguarding_alone(client, words, role):
    client.force_login(make_person(role))
    assert client.get(url("words", words.pk)).status_code == 403
    assert check(client, words).status_code == 403


def test_new_words_of_an_under_18_author_need_the_pvg_mark(client):
    words = make_own_words(make_story_with_author(band=Band.B16_17), checked=False)
    client.force_login(make_person(Role.SAFEGUARDING, pvg=False))
    assert "Needs a current PVG mark" in text_of(client.get(INTAKE))
    assert client.get(url("words", words.pk)).status_code == 403
    assert check(client, words).status_code == 403
