"""The room of a worry: read by safeguarding alone, closed with what was decided. Requirements 41, 44."""

import pytest
from django.urls import reverse

from stories.actions import take_back
from stories.enums import State
from stories.models import Submission
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

pytestmark = pytest.mark.django_db
INTAKE = "/en/desk/intake/"
OTHERS = [role for role in Role if role != Role.SAFEGUARDING]


def url(name, key):
    return reverse(f"safeguarding:{name}", args=[key])


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


def test_worries_are_listed_without_their_words_and_read_on_their_own_page(client, worried):
    rows = text_of(client.get(INTAKE))
    assert url("concern", worried) in rows
    assert "not</b> safe" not in rows
    assert "I am &lt;b&gt;not&lt;/b&gt; safe." in text_of(client.get(url("concern", worried)))


def test_unfreezing_needs_an_outcome(client, worried):
    answer = client.post(url("concern", worried), {"outcome": " "})
    assert "There is a problem" in text_of(answer)
    assert is_frozen(worried)


def test_unfreezing_closes_every_worry_with_its_outcome_and_twice_is_harmless(client, worried, keeper):
    raise_concern(case=worried, raised_by=RaisedBy.STAFF, person=keeper)
    for _press in range(2):
        answer = client.post(url("concern", worried), {"outcome": "Spoke with the author.", "seen": 9}, follow=True)
        assert "The worry is closed." in text_of(answer)
    assert not is_frozen(worried)
    closed = {(concern.closed_by, concern.outcome) for concern in Concern.objects.filter(case=worried)}
    assert closed == {(keeper, "Spoke with the author.")}
    assert "No worry is open" in text_of(client.get(url("concern", worried)))


def test_unfreezing_erases_what_its_author_took_back(client, worried):
    take_back(case=worried)
    client.post(url("concern", worried), {"outcome": "All is well.", "seen": 9})
    assert not Submission.objects.filter(case=worried).exists()


def test_staff_raise_a_concern_once_with_one_press(client, keeper):
    case = make_submission().case
    for _press in range(2):
        answer = client.post(url("worry", case), {"text": ""}, follow=True)
    assert "It is paused for everybody" in text_of(answer)
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
    assert client.get(url("concern", worried)).status_code == 403
    assert client.post(url("concern", worried), {"outcome": "Fine."}).status_code == 403
    assert client.post(url("worry", worried), {}).status_code == 403
    assert is_frozen(worried)


@pytest.mark.parametrize("state", [None, State.DRAFT])
def test_there_are_no_worries_about_what_nobody_sent(client, keeper, state):
    case = make_submission(state=state).case if state else "00000000-0000-0000-0000-000000000001"
    assert client.get(url("concern", case)).status_code == 404
    assert client.post(url("worry", case), {}).status_code == 404
