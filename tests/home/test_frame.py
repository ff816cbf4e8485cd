"""The frame of every page: help first, the same everywhere, nothing asked of the database while it is warm.

Requirements 17, 19, 22 and 54.
"""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale, Page

from home.frame import frame
from home.lines import LAST_RESORT
from home.models import HelpLine

pytestmark = pytest.mark.django_db
BAR = ("tel:08001111", "tel:116123", "sms:85258?body=SHOUT", "tel:999")


@pytest.fixture(autouse=True)
def _cold_cache():
    cache.clear()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Return a block at whose end everything in it is as good as committed."""
    return django_capture_on_commit_callbacks


def in_order(html):
    places = [html.find(f'href="{href}"') for href in BAR]
    return -1 not in places and places == sorted(places) and places[-1] < html.find("<main")


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/stories/",
        "/en/help/",
        "/en/privacy/",
        "/en/what-changed/",
        "/en/search/",
        "/accounts/login/",
        "/en/no-such/",
    ],
)
def test_help_comes_first_and_in_the_same_order_on_every_page(client, address):
    assert in_order(client.get(address).content.decode())


def test_a_warm_frame_asks_nothing():
    frame()
    with CaptureQueriesContext(connection) as found:
        frame()
    assert len(found) == 0


def test_a_changed_help_line_is_shown_at_once(committed):
    assert "0800 1111" in {line.number for line in frame().lines}
    line = HelpLine.objects.get(name="Childline")
    line.phone = "0800 0000"
    with committed(execute=True):
        line.save()
    assert "0800 0000" in {line.number for line in frame().lines}


def test_without_any_help_line_the_last_resort_is_shown():
    HelpLine.objects.all().delete()
    assert frame().lines == LAST_RESORT


def test_a_language_without_lines_of_its_own_shows_those_of_the_first():
    Locale.objects.create(language_code="gd")
    from_english = frame().lines
    cache.clear()
    with override("gd"):
        assert [line.href for line in frame().lines] == [line.href for line in from_english]


def test_the_box_leaves_out_what_a_13_year_old_may_not_use():
    locale = Locale.get_default()
    HelpLine.objects.create(
        locale=locale, name="Breathing Space", phone="0800 83 85 87", ages_from=16, shown_in_bar=True
    )
    assert "Breathing Space" in {line.name for line in frame().lines}
    assert "Breathing Space" not in {line.name for line in frame().box}


def test_the_page_for_our_own_mistakes_needs_nothing_and_carries_the_same_lines(django_assert_num_queries):
    with django_assert_num_queries(0):
        html = render_to_string("500.html")
    assert in_order(html)
    assert [line.href for line in LAST_RESORT] == list(BAR)


def test_menu_and_footer_come_from_the_tree(committed):
    assert {link.title for link in frame().menu} >= {"Stories", "What changed"}
    assert [link.title for link in frame().footer["help"]] == ["All help lines", "Using this site safely"]
    with committed(execute=True):
        Page.objects.get(slug="safely").specific.unpublish()
    assert [link.title for link in frame().footer["help"]] == ["All help lines"]


def test_links_to_other_languages_lead_only_where_there_is_a_page(client):
    assert b'hreflang="gd"' not in client.get("/en/privacy/").content
    gaelic = Locale.objects.create(language_code="gd")
    home = Page.objects.get(slug="home").specific
    home.copy_for_translation(gaelic).save_revision().publish()
    cache.clear()
    assert b'href="/gd/" lang="gd"' in client.get("/en/privacy/").content
    Page.objects.get(slug="privacy").specific.copy_for_translation(gaelic).save_revision().publish()
    assert b'href="/gd/privacy/" lang="gd"' in client.get("/en/privacy/").content


def test_paper_can_overrule_every_token():
    """What is in no layer beats every layer: a token left outside would print a dark page."""
    css = (settings.ROOT / "static/css/tokens.css").read_text()
    assert css.index("@layer tokens, base, components, print;") < css.index("@layer tokens {")
    assert ":root" not in css.split("@layer tokens {")[0]
    assert css.rstrip().endswith("  }\n}")
