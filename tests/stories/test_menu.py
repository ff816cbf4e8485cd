"""The admin's menu: what each role needs most stands first, our rooms among it, and nobody sees another's."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from stories.menu import FIRST, ROOMS
from tests.factories import make_person
from tests.workflows.review.roads import superuser
from workflows.people.enums import IN_ADMIN, Role

pytestmark = pytest.mark.django_db


def menu_of(rf, person) -> list[str]:
    request = rf.get("/admin/")
    request.user = person
    return [item.name for item in sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)]


@pytest.mark.parametrize("role", sorted(IN_ADMIN))
def test_what_a_role_needs_most_stands_first_and_is_there(rf, role):
    found = menu_of(rf, make_person(role))
    wanted = [name for name in FIRST[role] if name in found]
    assert found[: len(wanted)] == wanted
    assert wanted[:2] == list(FIRST[role][:2])


def test_with_two_roles_the_first_of_them_leads(rf):
    person = make_person(Role.EDITOR)
    person.groups.add(*make_person(Role.SAFEGUARDING).groups.all())
    found = menu_of(rf, person)
    assert found.index("intake") < found.index("explorer") < found.index("help-and-words")
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", [room[0] for room in ROOMS])
def test_a_room_is_in_the_menu_of_those_whose_it_is_alone(rf, client, name):
    roles, address = next((room[4], room[2]) for room in ROOMS if room[0] == name)
    for role in IN_ADMIN:
        assert (name in menu_of(rf, make_person(role))) == (role in roles)
    assert name not in menu_of(rf, superuser())
    client.force_login(make_person(roles[0]))
    assert reverse(address) in client.get("/admin/").text
    assert client.get(reverse(address)).status_code == 200


def test_every_name_is_that_of_an_entry(rf):
    person = superuser()
    for role in IN_ADMIN:
        person.groups.add(*make_person(role).groups.all())
    assert {name for names in FIRST.values() for name in names} <= set(menu_of(rf, person))
