"""The editor's guide: five short pages inside the admin, one press from Help, for everyone who may enter."""

import pytest
from django.urls import reverse

from home.guide import PAGES
from tests.factories import make_person
from workflows.people.enums import IN_ADMIN, Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", PAGES)
def test_each_page_leads_to_the_other_four(client, slug):
    client.force_login(make_person(Role.EDITOR))
    html = client.get(reverse("guide_page", args=[slug])).text
    assert all(reverse("guide_page", args=[other]) in html for other in PAGES)
    assert html.count('aria-current="page"') == 1


def test_an_unknown_page_is_not_found(client):
    client.force_login(make_person(Role.EDITOR))
    assert client.get("/admin/guide/nothing/", follow=True).status_code == 404


@pytest.mark.parametrize("role", Role)
def test_those_inside_find_it_under_help_and_nobody_else_does(client, role):
    client.force_login(make_person(role))
    assert (reverse("guide") in client.get("/admin/").text) == (role in IN_ADMIN)
    assert (client.get(reverse("guide")).status_code == 200) == (role in IN_ADMIN)


def test_help_leads_to_no_other_site(client):
    client.force_login(make_person(Role.EDITOR))
    assert "wagtail.org" not in client.get("/admin/").text
