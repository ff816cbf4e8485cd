"""A wish to be called: number and times are for the team alone, and gone when the call was made or is not wanted."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.factories import make_person
from tests.scan import find_in_database
from workflows.people.confiding import Answered, ask_for_call, note_call
from workflows.people.enums import Role
from workflows.people.models import CallWish, PrivateLine

pytestmark = pytest.mark.django_db
NUMBER = {"phone": "01632 960111", "times": "after four"}


@pytest.fixture
def champion(client):
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    return person


def test_a_wish_is_promised_seen_by_the_team_and_gone_after_the_call(client, champion):
    answer = client.post(reverse("care:call"), NUMBER, follow=True)
    assert "We will call <bdi>01632 960111</bdi>." in answer.text
    assert find_in_database("960111") == find_in_database("after four") == []
    line = PrivateLine.objects.get(person=champion)
    client.force_login(make_person(Role.DELIVERY))
    listed = client.get(reverse("care:team")).text
    assert "Wants to be called" in listed
    assert "960111" not in listed
    assert 'href="tel:01632960111"' in client.get(reverse("care:answer", args=[line.case])).text
    address = reverse("care:called", args=[line.case])
    assert "Their number is deleted." in client.post(address, follow=True).text
    assert "Nobody has to call any more" in client.post(address, follow=True).text
    line.refresh_from_db()
    assert (line.due_on, CallWish.objects.count()) == (None, 0)


def test_a_second_wish_takes_the_place_of_the_first(champion):
    for phone in ("01632 960111", "01632 960222"):
        ask_for_call(person=champion, phone=phone, times="")
    assert CallWish.objects.get().phone == "01632 960222"


def test_a_wish_taken_back_leaves_nothing(client, champion):
    client.post(reverse("care:call"), NUMBER)
    for _press in range(2):
        assert "We won’t call." in client.post(reverse("care:end_call"), follow=True).text
    assert not CallWish.objects.exists()
    assert PrivateLine.objects.get().due_on is None


@pytest.mark.parametrize(("phone", "said"), [("", "Write the number we can call."), ("abc 12", "all its digits")])
def test_a_number_without_digits_is_refused_and_kept(client, champion, phone, said):
    html = client.post(reverse("care:call"), NUMBER | {"phone": phone}).text
    assert said in html
    assert 'value="after four"' in html
    assert not CallWish.objects.exists()


def test_only_the_team_notes_a_call(champion):
    case = ask_for_call(person=champion, **NUMBER).case
    with pytest.raises(PermissionDenied):
        note_call(case=case, person=champion)
    note_call(case=case, person=make_person(Role.DELIVERY))
    with pytest.raises(Answered):
        note_call(case=case, person=make_person(Role.DELIVERY))
