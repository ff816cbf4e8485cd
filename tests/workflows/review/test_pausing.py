"""Anyone who works here pauses a page they are worried about; only safeguarding lets it go on."""

import pytest
from django.urls import reverse

from stories.models import StoryPage
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.review.naming import page_named
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

from .roads import accepted, is_served

pytestmark = pytest.mark.django_db
ADDRESS = "/en/desk/pause/"


@pytest.mark.parametrize("role", Role)
def test_every_role_pauses_a_page_by_its_address(client, role):
    page = make_public_story()
    client.force_login(make_person(role))
    answer = client.post(ADDRESS, {"page": f"https://example.org{page.url}", "text": ""})
    assert "It is paused." in answer.content.decode()
    assert (is_frozen(page.case), is_served(page)) == (True, False)


@pytest.mark.parametrize("person", [None, "no role", "superuser"])
def test_nobody_else_does(client, person):
    page = make_public_story()
    if person:
        client.force_login(make_person(is_superuser=person == "superuser"))
    answer = client.post(ADDRESS, {"page": page.url})
    assert answer.status_code in {302, 403}
    assert not is_frozen(page.case)


def test_a_page_nobody_has_published_is_paused_by_its_name(client):
    page = accepted()
    client.force_login(make_person(Role.EDITOR))
    client.post(ADDRESS, {"page": f" Story {page.slug} ", "text": "A name stands in it."})
    assert Concern.objects.get(case=page.case).text == "A name stands in it."


@pytest.mark.parametrize("named", ["", "Story", "https://example.org/", "Story zzzzzzzz", "x" * 500, "/en/help/"])
def test_what_names_no_story_is_explained_and_given_back(client, named):
    make_public_story()
    client.force_login(make_person(Role.DELIVERY))
    answer = client.post(ADDRESS, {"page": named, "text": "My worry"})
    assert answer.status_code == 200
    assert "My worry" in answer.content.decode()
    assert not Concern.objects.exists()


def test_a_page_is_named_in_every_way_it_is_met():
    page = make_public_story()
    ways = [page.url, page.url.rstrip("/"), f"{page.url}?page=2", f"{page.url}#help", StoryPage.objects.get().title]
    assert [page_named(way) for way in ways] == [page] * len(ways)


def test_the_form_opens_with_the_page_somebody_came_from(client):
    client.force_login(make_person(Role.TRANSLATOR))
    assert (
        'value="Story k7m2p9qd"'
        in client.get(reverse("review:pause_page"), {"page": "Story k7m2p9qd"}).content.decode()
    )
