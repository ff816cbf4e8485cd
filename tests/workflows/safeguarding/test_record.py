"""A worry's record: prompts, whom one told and why; added to, never changed. Requirements 41 and 43."""

import re
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy, Told
from workflows.safeguarding.errors import Unread
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern, ConcernEntry
from workflows.safeguarding.recording import add_entry, length_of, open_record

pytestmark = pytest.mark.django_db
TOLD = {"told": ["police"], "told_when": "21:40, desk sergeant, ref 4411", "basis": "life", "why": "Pills at hand."}


@pytest.fixture
def keeper(client):
    """Somebody of safeguarding, signed in."""
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


@pytest.fixture
def case():
    """A paused story's case."""
    found = make_submission().case
    raise_concern(case=found, raised_by=RaisedBy.AUTHOR, text="I am not safe.")
    return found


def room(name, case):
    return reverse(f"safeguarding:{name}", args=[case])


def write(client, case, **data):
    return client.post(room("write", case), {"seen": 1, "key": uuid.uuid4()} | data, follow=True)


def entry(case, person, **answers):
    return add_entry(case=case, person=person, key=uuid.uuid4(), answers=answers, seen=length_of(case))


def test_what_was_said_and_whom_one_told_stands_in_the_record_with_who_and_when(client, keeper, case):
    assert "It is in the record." in write(client, case, nature="She has pills.", safe="no", **TOLD).text
    row = ConcernEntry.objects.get(case=case)
    assert (row.person, row.answers["told"], row.answers["safe"]) == (keeper, ["police"], "no")
    page = client.get(room("concern", case)).text
    for words in ("She has pills.", "The police", "21:40, desk sergeant, ref 4411", "A life is in danger", str(keeper)):
        assert words in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Please write something first."),
        ({"told": ["police"], "why": "x"}, "Choose the ground."),
        ({"told": ["nobody"], "basis": "no-sign"}, "Write one line on why."),
        ({"told": ["nobody", "school"], "basis": "child", "why": "x"}, "Tick those you told, or nobody."),
        ({"told": ["the press"], "basis": "life", "why": "x"}, "Select a valid choice"),
        ({"nature": "a\x00b"}, "Null characters"),
        ({"nature": "x" * 4_001}, "at most 4000"),
    ],
)
def test_an_entry_that_says_too_little_is_given_back(client, keeper, case, data, sentence):
    answer = write(client, case, where="At the bus stop.", **data) if data else write(client, case)
    assert sentence in answer.text
    assert ("At the bus stop." in answer.text) == bool(data)
    assert not ConcernEntry.objects.exists()


def test_a_double_press_is_one_entry(client, keeper, case):
    key = uuid.uuid4()
    for _press in range(2):
        write(client, case, key=key, nature="Once.")
    assert ConcernEntry.objects.count() == 1


def test_two_leads_see_each_others_entries_and_nothing_typed_is_lost(client, keeper, case):
    other = make_person(Role.SAFEGUARDING)
    entry(case, other, outcome="I am on the phone with her now.")
    answer = write(client, case, nature="My own long note.")
    assert answer.status_code == 409
    assert "I am on the phone with her now." in answer.text
    assert "My own long note." in answer.text
    assert re.search(r'class="tag note">New<', answer.text)
    assert ConcernEntry.objects.count() == 1
    seen = re.findall(r'name="seen" value="(\d+)"', answer.text)
    assert set(seen) == {"2"}
    assert "It is in the record." in write(client, case, nature="My own long note.", seen=seen[0]).text


def test_a_worry_that_nobody_read_is_not_closed_with_the_others(client, keeper, case):
    raise_concern(case=case, raised_by=RaisedBy.CHAMPION, text="And there is her brother.")
    answer = client.post(room("concern", case), {"outcome": "All well.", "seen": 1})
    assert answer.status_code == 409
    assert "And there is her brother." in answer.text
    assert "All well." in answer.text
    assert is_frozen(case)
    with pytest.raises(Unread):
        unfreeze(case=case, person=keeper, outcome="All well.", seen=1)
    assert client.post(room("concern", case), {"outcome": "All well.", "seen": 2}).status_code == 302
    assert not is_frozen(case)


def test_a_form_that_lost_what_it_saw_closes_nothing(client, keeper, case):
    assert client.post(room("concern", case), {"outcome": "All well.", "seen": "x"}).status_code == 200
    assert client.post(room("concern", case), {"outcome": "All well."}).status_code == 409
    assert is_frozen(case)


def test_opening_is_logged_and_marks_the_worry(keeper, case):
    open_record(case=case, person=keeper)
    assert Concern.objects.get(case=case).opened_at
    assert AccessLog.objects.filter(case=case, person=keeper, what="concern").count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING] + [None])
def test_the_record_is_safeguardings_alone(case, role):
    person = make_person(role) if role else make_person(is_superuser=True)
    entry(case, make_person(Role.SAFEGUARDING), nature="Quellnymphenhaus")
    browser = Client()
    browser.force_login(person)
    for answer in (browser.get(room("concern", case)), write(browser, case, nature="x")):
        assert answer.status_code == 403
        assert "Quellnymphenhaus" not in answer.text
    with pytest.raises(PermissionDenied):
        entry(case, person, nature="x")
    with pytest.raises(PermissionDenied):
        open_record(case=case, person=person)


def test_the_room_costs_the_same_with_one_and_three_entries(client, keeper, case, django_assert_max_num_queries):
    client.get(room("concern", case))
    asked = []
    for number in (1, 2):
        for _more in range(number):
            entry(case, keeper, nature="x", told=[Told.NOBODY], basis="no-sign", why="y")
        with django_assert_max_num_queries(12) as found:
            client.get(room("concern", case))
        asked.append(len(found))
    assert len(set(asked)) == 1
