"""Where somebody lands after signing in, and the rooms they see."""

import pytest
from django.template import engines

from tests.factories import make_person
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.people.rules import can_enter_admin

pytestmark = pytest.mark.django_db

ROOMS = {
    Role.CHAMPION: ["Desk", "Worried?"],
    Role.SAFEGUARDING: ["Intake", "Editing", "Worried?"],
    Role.EDITOR: ["Editing", "Worried?"],
    Role.TRANSLATOR: ["Editing", "Worried?"],
    Role.DELIVERY: ["Worried?"],
    Role.ADMINISTRATOR: ["Complaints", "Editing", "Worried?"],
}
LANDS = {
    Role.CHAMPION: "/en/desk/",
    Role.SAFEGUARDING: "/en/desk/intake/",
    Role.EDITOR: "/admin/",
    Role.TRANSLATOR: "/admin/",
    Role.ADMINISTRATOR: "/admin/",
}


@pytest.mark.parametrize(("role", "address"), LANDS.items())
def test_each_role_lands_in_its_room(client, role, address):
    client.force_login(make_person(role))
    answer = client.get("/start/")
    assert (answer.status_code, answer["Location"]) == (302, address)


@pytest.mark.parametrize("role", [Role.DELIVERY, None])
def test_people_without_a_room_are_told(client, role):
    client.force_login(make_person(role))
    assert client.get("/start/").status_code == 403


def test_strangers_are_asked_to_sign_in(client):
    assert client.get("/start/")["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("role", list(Role))
def test_the_rule_for_the_admin_says_what_its_permission_says(role):
    person = make_person(role)
    assert can_enter_admin(person) == person.has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize("role", list(Role))
def test_everyone_sees_their_rooms_alone(rf, role):
    request = rf.get("/en/desk/intake/")
    request.user = make_person(role)
    template = engines["django"].from_string(
        "{% load rooms %}{% rooms_of as rooms %}{% for room in rooms %}"
        "{{ room.name }}{% if room.here %}*{% endif %} {% endfor %}"
    )
    shown = template.render({}, request).split()
    here = "Desk" if role == Role.CHAMPION else "Intake"
    assert shown == [f"{name}*" if name == here else name for name in ROOMS[role]]


def test_a_break_makes_a_profile_where_there_was_none():
    person = make_person()
    assert take_a_break(person=person, paused=True).paused
    assert not take_a_break(person=person, paused=False).paused
