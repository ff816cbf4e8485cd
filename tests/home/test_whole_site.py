"""A walk over the whole seeded site, in every language that is open: each page is sound and none leads nowhere.

Requirements 17, 24, 25 and 54. One seeding serves the walk and the browser, for it is what takes longest.
"""

from collections import Counter
from urllib.parse import urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.utils.translation import get_language_info
from wagtail.models import Page

from home.frame import frame
from tests.browser import PHONE, STANDARD
from tests.home.test_quiet_pages import FETCHED, crawl

NARROWEST = {"width": 320, "height": 640}  # 1280 at 400 %
HALF = {"width": 640, "height": 800}  # 1280 at 200 %, and then the text alone at 200 % again
ROOMS = ("share/", "my-story/", "complain/", "report/", "search/", "schools/", "demo/")


@pytest.fixture
def seeded(transactional_db, settings, tmp_path):
    settings.DEMO_RECORD, settings.MEDIA_ROOT = tmp_path / "demo.json", tmp_path / "media"
    call_command("seed", verbosity=0)
    cache.clear()


@pytest.mark.browser
def test_every_page_of_the_seeded_site_is_sound(seeded, client, live_server, browser):
    pages = {}
    for code in frame().homes:
        pages |= crawl(client, f"/{code}/")
    assert len(pages) >= 50
    problems = {path: found for path, page in pages.items() if (found := problems_of(path, page, client))}
    assert problems == {}
    assert Page.objects.live().public().filter(depth__gt=2).count() <= len(pages)
    assert problems_in_browser(browser, live_server.url, one_of_each_template(client, pages)) == {}


def problems_of(path, page, client) -> list[str]:
    """Return what is wrong with a page, in words."""
    head = page.head
    wrong = [
        f"{len(page.find_all('h1'))} h1" if len(page.find_all("h1")) != 1 else "",
        "no title" if not head.title.text.strip() else "",
        *[f"id {name} twice" for name, times in Counter(tag["id"] for tag in page.select("[id]")).items() if times > 1],
        *language_problems(path, page),
        *[
            f"{tag[attribute]} from elsewhere"
            for name, attribute in FETCHED.items()
            for tag in page.find_all(name, {attribute: True})
            if tag.get("rel") not in (["canonical"], ["alternate"]) and urlsplit(tag[attribute]).netloc
        ],
    ]
    if not any(room in path for room in ROOMS):
        wrong += [] if head.select_one('meta[name="robots"][content^="noindex"]') else public_problems(path, head)
        client.cookies.clear()
        answer = client.get(path)
        wrong += ["a cookie"] if answer.cookies else []
        wrong += invalid(answer.content)
    return [one for one in wrong if one]


def language_problems(path, page) -> list[str]:
    code = path.split("/")[1]
    if code not in dict(settings.LANGUAGES):
        return []
    direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
    found = page.html["lang"], page.html["dir"]
    return [f"lang and dir are {found}"] if found != (code, direction) else []


def public_problems(path, head) -> list[str]:
    """Return what a page that anybody may find lacks for those who find it."""
    canonical = head.select_one('link[rel="canonical"]')
    description = head.select_one('meta[name="description"]')
    alternates = [urlsplit(link["href"]).path for link in head.select("link[hreflang]")]
    return [
        "no description" if not (description and description["content"].strip()) else "",
        "canonical is another page" if not canonical or urlsplit(canonical["href"]).path != path else "",
        "alternates leave this page out" if alternates and path not in alternates else "",
        "no picture" if not head.select_one('meta[property="og:image"]') else "",
    ]


def invalid(content: bytes) -> list[str]:
    """Return why a parser of the standard would have to guess at a page."""
    parser = html5lib.HTMLParser()
    parser.parse(content)
    return [f"{place}: {name} {data}" for place, name, data in parser.errors]


def one_of_each_template(client, pages) -> dict[str, str]:
    """Return an address for each template a visitor without a session can meet, outside of rooms tested elsewhere."""
    found = {}
    for path in sorted(pages):
        if not any(room in path for room in ROOMS):
            found.setdefault(client.get(path).templates[0].name, path)
    return {**found, "404.html": "/en/no-such-page/", "home/search.html": "/en/search/?q=friend"}


def problems_in_browser(browser, host, addresses) -> dict:
    """Return what axe finds by daylight and in the dark, what does not fit, and where focus is not seen."""
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    page, found = context.new_page(), {}
    for template, path in addresses.items():
        page.goto(host + path)
        wrong = seen_by_axe(page, {"type": "tag", "values": STANDARD})
        page.emulate_media(color_scheme="dark")
        wrong += seen_by_axe(page, {"type": "rule", "values": ["color-contrast"]})
        page.evaluate("document.documentElement.dir = 'rtl'")
        wrong += ["mirrored too wide"] * too_wide(page)
        page.emulate_media(color_scheme="light", forced_colors="active")
        page.set_viewport_size(NARROWEST)
        page.evaluate("document.documentElement.dir = 'ltr'")
        wrong += ["narrow too wide"] * too_wide(page)
        page.set_viewport_size(HALF)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wrong += ["large too wide"] * too_wide(page)
        page.keyboard.press("Tab")
        wrong += ["focus cannot be seen"] * page.evaluate(UNSEEN)
        page.emulate_media(forced_colors="none")
        page.set_viewport_size(PHONE)
        if wrong:
            found[f"{template} {path}"] = wrong
    context.close()
    return found


UNSEEN = "getComputedStyle(document.activeElement).outlineStyle === 'none' || document.activeElement === document.body"


def too_wide(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


def seen_by_axe(page, only) -> list[str]:
    found = Axe().run(page, options={"runOnly": only}).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
