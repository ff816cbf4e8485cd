"""Where somebody lands after signing in, and the rooms they see."""

import pytest
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext

from tests.factories import make_person
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.people.rules import can_enter_admin

pytestmark = pytest.mark.django_db

EVERYBODY = ["Worried?", "Signing in"]
ROOMS = {
    Role.CHAMPION: ["Desk", "What first?", *EVERYBODY],
    Role.SAFEGUARDING: ["Intake", "Readers", "Reports", "New stories", "Editing", *EVERYBODY],
    Role.EDITOR: ["Readers", "What schools say", "New stories", "Editing", *EVERYBODY],
    Role.TRANSLATOR: ["Editing", *EVERYBODY],
    Role.DELIVERY: ["Volunteers", "Visits", "What schools say", *EVERYBODY],
    Role.ADMINISTRATOR: ["New stories", "Opening", "Complaints", "Lost sign-ins", "Small team", "Editing", *EVERYBODY],
}
LANDS = {
    Role.CHAMPION: "/en/desk/",
    Role.SAFEGUARDING: "/en/desk/intake/",
    Role.EDITOR: "/admin/",
    Role.TRANSLATOR: "/admin/",
    Role.ADMINISTRATOR: "/admin/",
    Role.DELIVERY: "/en/volunteers/",
}


@pytest.mark.parametrize(("role", "address"), LANDS.items())
def test_each_role_lands_in_its_room(client, role, address):
    client.force_login(make_person(role))
    answer = client.get("/start/")
    assert (answer.status_code, answer["Location"]) == (302, address)


def test_people_without_a_room_are_told(client):
    client.force_login(make_person())
    answer = client.get("/start/")
    assert answer.status_code == 200
    assert "Nothing is set up for it here yet." in answer.text
    assert answer.text.count('action="/accounts/logout/"') == 2


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
        "{{ room.name }}{% if room.here %}*{% endif %}|{% endfor %}"
    )
    shown = template.render({}, request).split("|")[:-1]
    here = "Desk" if role == Role.CHAMPION else "Intake"
    assert shown == [f"{name}*" if name == here else name for name in ROOMS[role]]


def header_of(answer):
    return answer.text.split('<header class="top">')[1].split("</header>")[0]


@pytest.mark.parametrize(("role", "names"), ROOMS.items())
def test_public_pages_lead_back_to_ones_rooms(client, role, names):
    client.force_login(make_person(role))
    rooms = "Desk, Intake, Readers, Volunteers, Visits, What schools say, What first?, Reports, New stories, Opening"
    known = [*rooms.split(", "), "Complaints", "Lost sign-ins", "Small team", "Editing", *EVERYBODY]
    for address in ("/en/", "/en/stories/", "/en/no-such/"):
        header = header_of(client.get(address))
        assert [name for name in known if f">{name}</a>" in header] == names
        assert "Sign out" in header


def test_public_pages_are_the_same_for_every_visitor(client):
    client.get("/en/")
    client.force_login(make_person(Role.CHAMPION))
    client.logout()
    answer = client.get("/en/")
    assert "Sign out" not in header_of(answer)
    assert "Cookie" not in answer.headers.get("Vary", "")
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/")
    assert not [query for query in asked if "django_session" in query["sql"] or "people_user" in query["sql"]]


def test_a_session_without_an_account_shows_no_room(client):
    session = client.session
    session["any"] = "thing"
    session.save()
    assert "Sign out" not in header_of(client.get("/en/"))


def test_a_break_makes_a_profile_where_there_was_none():
    person = make_person()
    assert take_a_break(person=person, paused=True).paused
    assert not take_a_break(person=person, paused=False).paused


def test_signing_in_asks_in_our_words_and_keeps_no_password(client):
    html = client.get("/accounts/login/").text
    assert "Keep me signed in" in html
    assert "Remember Me" not in html
    wrong = client.post("/accounts/login/", {"login": "nobody@example.org", "password": "not the right one"}).text
    assert "There is a problem" in wrong
    assert "Nothing you typed is lost" not in wrong


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.DELIVERY])
def test_who_may_not_enter_the_admin_finds_their_own_room_instead_of_a_circle(client, role):
    client.force_login(make_person(role))
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == LANDS[role]
