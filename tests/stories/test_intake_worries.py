"""Safeguarding on worries, and on an author's own new words before they enter the page."""

import pytest
from django.urls import reverse

from stories.actions import take_back
from stories.enums import State
from stories.models import Submission
from tests.factories import make_own_words, make_person, make_story_with_author, make_submission
from workflows.people.enums import Band, Role
from workflows.privacy.models import AccessLog
from workflows.review.cases import draft_of, page_of
from workflows.review.models import Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

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
def worried(keeper):
    """A paused story's case."""
    case = make_submission().case
    raise_concern(case=case, raised_by=RaisedBy.AUTHOR, text="I am <b>not</b> safe.")
    return case


@pytest.fixture
def words(keeper):
    """An author's own new words that nobody has read."""
    return make_own_words(make_story_with_author(), checked=False)


def check(client, words, fit="fine", reason="", **changed):
    data = {"fit": fit, "reason": reason, "seen": words.answered_at.isoformat(), **changed}
    return client.post(url("words", words.pk), data, follow=True)


def test_worries_are_listed_without_their_words_and_read_on_their_own_page(client, worried):
    rows = text_of(client.get(INTAKE))
    assert url("worries", worried) in rows
    assert "not</b> safe" not in rows
    assert "I am &lt;b&gt;not&lt;/b&gt; safe." in text_of(client.get(url("worries", worried)))


def test_unfreezing_needs_an_outcome(client, worried):
    answer = client.post(url("worries", worried), {"outcome": " "})
    assert "There is a problem" in text_of(answer)
    assert is_frozen(worried)


def test_unfreezing_closes_every_worry_with_its_outcome_and_twice_is_harmless(client, worried, keeper):
    raise_concern(case=worried, raised_by=RaisedBy.STAFF, person=keeper)
    for _press in range(2):
        answer = client.post(url("worries", worried), {"outcome": "Spoke with the author."}, follow=True)
        assert "The worry is closed." in text_of(answer)
    assert not is_frozen(worried)
    closed = {(concern.closed_by, concern.outcome) for concern in Concern.objects.filter(case=worried)}
    assert closed == {(keeper, "Spoke with the author.")}
    assert "No worry is open" in text_of(client.get(url("worries", worried)))


def test_unfreezing_erases_what_its_author_took_back(client, worried):
    take_back(case=worried)
    client.post(url("worries", worried), {"outcome": "All is well."})
    assert not Submission.objects.filter(case=worried).exists()


def test_staff_raise_a_concern_once_with_one_press(client, keeper):
    case = make_submission().case
    for _press in range(2):
        answer = client.post(url("worry", case), {"text": ""}, follow=True)
    assert "This story is paused" in text_of(answer)
    concern = Concern.objects.get(case=case)
    assert (concern.raised_by, concern.person, concern.text) == (RaisedBy.STAFF, keeper, "")


@pytest.mark.parametrize("text", ["<i>x</i>" + "word " * 10_000, "<i>x</i>\x00"])
def test_a_worry_that_cannot_be_taken_is_given_back(client, keeper, text):
    case = make_submission().case
    answer = client.post(url("worry", case), {"text": text})
    assert "There is a problem" in text_of(answer)
    assert "&lt;i&gt;x&lt;/i&gt;" in text_of(answer)
    assert not is_frozen(case)


@pytest.mark.parametrize("role", OTHERS)
def test_worries_are_for_safeguarding_alone(client, worried, role):
    client.force_login(make_person(role, is_superuser=role == Role.ADMINISTRATOR))
    assert client.get(url("worries", worried)).status_code == 403
    assert client.post(url("worries", worried), {"outcome": "Fine."}).status_code == 403
    assert client.post(url("worry", worried), {}).status_code == 403
    assert is_frozen(worried)


@pytest.mark.parametrize("state", [None, State.DRAFT])
def test_there_are_no_worries_about_what_nobody_sent(client, keeper, state):
    case = make_submission(state=state).case if state else "00000000-0000-0000-0000-000000000001"
    assert client.get(url("worries", case)).status_code == 404
    assert client.post(url("worry", case), {}).status_code == 404


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
