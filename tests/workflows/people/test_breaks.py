"""A break that ends by itself, and earlier if somebody likes."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.people.models import Champion
from workflows.privacy.management.commands.tick import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def champion(client):
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    return person


def test_a_break_stands_on_the_desk_and_ends_by_itself(client, champion):
    html = client.post(reverse("care:rest"), {"weeks": "1"}, follow=True).text
    last = timezone.localdate() + datetime.timedelta(days=7)
    assert f"You’re on a break until {last.day} " in html
    for days, paused in ((7, True), (8, False)):
        with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
            tick()
            assert Champion.objects.get().paused is paused
    assert Champion.objects.get().paused_until is None


def test_a_break_is_ended_earlier_from_both_pages(client, champion):
    client.post(reverse("care:rest"), {"weeks": "2"})
    for address in ("care:care", "review:desk"):
        assert "End my break" in client.get(reverse(address)).text
    client.post(reverse("review:break"), {"paused": "no"})
    mine = Champion.objects.get()
    assert (mine.paused, mine.paused_until) == (False, None)


@pytest.mark.parametrize("weeks", ["", "3", "-1", "x"])
def test_another_length_is_refused(client, champion, weeks):
    assert "Choose how long your break is." in client.post(reverse("care:rest"), {"weeks": weeks}).text
    assert not Champion.objects.get().paused


def test_a_break_without_an_end_stays(champion):
    take_a_break(person=champion, paused=True)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=400)):
        tick()
    assert Champion.objects.get().paused


def test_a_break_an_administrator_ends_has_no_last_day(client, champion):
    client.post(reverse("care:rest"), {"weeks": "1"})
    mine = Champion.objects.get()
    mine.paused = False
    mine.save()
    assert Champion.objects.get().paused_until is None
