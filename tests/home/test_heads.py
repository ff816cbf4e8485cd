"""What a page's head says to machines, and which pages say nothing. Requirement 54."""

import json
import re

import pytest
from django.conf import settings
from wagtail.models import Locale, Page

from home.structured import structured_data
from home.templatetags.heads import SECTIONS, as_script
from tests.factories import make_public_story

pytestmark = pytest.mark.django_db


def in_gaelic(slug):
    gaelic, _made = Locale.objects.get_or_create(language_code="gd")
    page = Page.objects.get(slug=slug, locale=Locale.get_default()).specific
    page.copy_for_translation(gaelic).save_revision().publish()


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))


def test_a_page_names_itself_in_every_language_it_is_in_and_no_other(client):
    in_gaelic("home")
    assert alternates(client.get("/en/privacy/").text) == {}
    assert alternates(client.get("/en/").text) == {"en": "http://localhost/en/", "gd": "http://localhost/gd/"}
    in_gaelic("privacy")
    both = {"en": "http://localhost/en/privacy/", "gd": "http://localhost/gd/privacy/"}
    assert alternates(client.get("/en/privacy/").text) == alternates(client.get("/gd/privacy/").text) == both


def test_the_picker_says_where_this_page_is_not_there_yet(client):
    in_gaelic("home")
    assert "this page is not there yet" in client.get("/en/privacy/").text
    in_gaelic("privacy")
    html = client.get("/en/privacy/").text
    assert "this page is not there yet" not in html
    assert '<a href="/gd/privacy/" lang="gd" hreflang="gd">Gàidhlig</a>' in html


def test_a_form_is_there_in_every_open_language(client):
    in_gaelic("home")
    html = client.get("/en/search/").text
    assert '<a href="/gd/search/" lang="gd" hreflang="gd">' in html
    assert "this page is not there yet" not in html


@pytest.mark.parametrize(
    "address", ["/en/", "/en/stories/", "/en/help/", "/en/packs/", "/en/news/", "/en/what-changed/"]
)
def test_every_section_has_a_picture_that_is_there(client, address):
    html = client.get(address).text
    picture = re.search(r'property="og:image" content="http://testserver/static/([^"]+)"', html)[1]
    assert (settings.ROOT / "static" / picture).stat().st_size < 60_000


def test_every_app_with_pages_has_a_section():
    assert all((settings.ROOT / f"static/img/section-{name}.jpg").is_file() for name in SECTIONS.values())


def test_data_for_machines_is_sound_and_no_headline_ends_it(client):
    story = make_public_story(headline="</script><b>&", byline="")
    html = client.get(story.url).text
    data = json.loads(html.split('ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["headline"], data["inLanguage"]) == ("Article", "</script><b>&", "en")
    assert data["publisher"]["name"] == "Golden Thread"
    assert "author" not in data


def test_a_story_with_a_note_tells_machines_nothing_of_its_words(client):
    html = client.get(make_public_story(notes=["anxiety"]).url).text
    assert "Before every match" not in html.split("<body")[0]


def test_a_page_nobody_describes_says_nothing(rf):
    assert structured_data(Page.objects.get(slug="privacy").specific, rf.get("/")) == {}
    assert as_script({}) == ""


@pytest.mark.parametrize("address", ["/en/share/", "/en/my-story/", "/en/search/", "/en/no-such/", "/accounts/login/"])
def test_rooms_and_forms_say_nothing(client, address):
    html = client.get(address).text
    assert "ld+json" not in html
    assert "og:image" not in html
