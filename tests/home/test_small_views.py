"""Leaving, machines' addresses, pages for what went wrong."""

import datetime
import logging
import uuid
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cold_cache():
    cache.clear()


def test_leaving_goes_to_the_weather_and_leaves_a_readers_session_alone(client):
    answer = client.get("/leave/")
    assert (answer.status_code, answer["Location"]) == (302, settings.LEAVE_TO)
    assert "Clear-Site-Data" not in answer


def test_leaving_ends_an_authors_session_and_clears_what_the_browser_kept(client):
    session = client.session
    session["case"] = str(uuid.uuid4())
    session.save()
    answer = client.get("/leave/")
    assert answer["Location"] == settings.LEAVE_TO
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "case" not in client.session
    assert "no-store" in answer["Cache-Control"]


def test_leaving_keeps_staff_signed_in_when_no_authors_room_is_open(client):
    client.force_login(make_person(Role.EDITOR))
    client.get("/leave/")
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("address", ["/en/stories/", "/en/", "/en/privacy/", "/en/search/?q=x"])
def test_reading_sets_no_cookie(client, address):
    assert not client.get(address).cookies


def test_robots_are_kept_out_of_private_rooms(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    for room in ("/en/share/", "/en/my-story/", "/en/desk/", "/accounts/", "/admin/"):
        assert f"Disallow: {room}" in lines
    assert "Disallow: /" not in lines


def test_finders_of_a_weakness_learn_where_to_write(client):
    text = client.get("/.well-known/security.txt").content.decode()
    ends = datetime.datetime.fromisoformat(text.split("Expires: ")[1].split("\n")[0])
    assert "Contact: mailto:" in text
    assert ends > datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=30)


def test_map_and_feed_name_public_stories_only(client):
    shown, frozen = make_public_story(headline="Shown"), make_public_story(headline="Frozen")
    raise_concern(case=frozen.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    for address in ("/sitemap.xml", "/en/feed/"):
        xml = client.get(address).content.decode()
        ElementTree.fromstring(xml)
        assert f"/{shown.slug}/" in xml
        assert f"/{frozen.slug}/" not in xml
        assert "Frozen" not in xml
        assert str(shown.case) not in xml


def test_a_story_with_a_note_tells_nothing_of_its_words_in_feed_and_description(client):
    story = make_public_story(notes=["anxiety"])
    words = "Before every match"
    assert words in client.get(story.url).content.decode()
    assert words not in client.get(story.url).content.decode().split("<body")[0]
    assert words not in client.get("/en/feed/").content.decode()


def test_a_page_that_is_not_there_keeps_header_and_help(client):
    answer = client.get("/en/no-such-page/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Childline 0800 1111" in html
    assert 'class="brand"' in html


@pytest.mark.parametrize("address", ["/en/?x=%00", "/en/%00/", "/accounts/login/?next=%00"])
def test_a_nul_in_an_address_gets_a_clear_page(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "We couldn’t read that" in answer.content.decode()


def test_a_form_without_its_token_is_explained(caplog):
    caplog.set_level(logging.CRITICAL)
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})
    assert answer.status_code == 403
    assert "Please send that once more" in answer.content.decode()
    assert "Childline 0800 1111" in answer.content.decode()


def test_mistakes_are_listed_first_and_named_in_the_title(client):
    html = client.post("/accounts/login/", {"login": "", "password": ""}).content.decode()
    assert "<title>Error: Golden Thread</title>" in html
    assert html.index("There is a problem") < html.index("<h1")
    assert '<a href="#id_login">Email: This field is required.</a>' in html
    assert 'aria-describedby="id_login_error"' in html
    assert 'id="id_login_error"' in html
