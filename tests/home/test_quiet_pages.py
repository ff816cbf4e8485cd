"""A visitor's walk over every public page: nothing is fetched from elsewhere, nothing is remembered, nothing is ticked.

Requirements 16, 24, 51 and 53.
"""

from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from home.models import PlainPage, WhatChangedPage
from tests.factories import make_public_story

pytestmark = pytest.mark.django_db
FETCHED = {"script": "src", "img": "src", "source": "srcset", "link": "href", "iframe": "src", "audio": "src"}
LEAVING = "/leave/"  # leads elsewhere, and says so


def crawl(client, start: str) -> dict[str, BeautifulSoup]:
    """Return every page that links lead to from the first one, by address."""
    found, todo = {}, [start]
    while todo:
        path = todo.pop()
        if path in found or path.startswith(("/admin/", "/accounts/", "/static/", "/media/", LEAVING)):
            continue
        answer = client.get(path, follow=True)
        assert answer.status_code == 200, path
        if "text/html" not in answer.headers["Content-Type"]:
            continue
        page = found[path] = BeautifulSoup(answer.content, "html.parser")
        links = (urlsplit(urljoin(path, link["href"])) for link in page.find_all("a", href=True))
        todo += [link.path for link in links if not link.netloc and link.scheme in ("", "http")]
    return found


@pytest.fixture
def pages(client):
    make_public_story()
    found = crawl(client, "/en/")
    assert {"/en/", "/en/stories/", "/en/help/", "/en/what-changed/", "/en/share/"} <= set(found)
    return found


def test_nothing_is_fetched_from_elsewhere(pages):
    elsewhere = [
        (path, tag[attribute])
        for path, page in pages.items()
        for name, attribute in FETCHED.items()
        for tag in page.find_all(name, {attribute: True})
        if tag.get("rel") not in (["canonical"], ["alternate"]) and urlsplit(tag[attribute]).netloc
    ]
    assert elsewhere == []


def test_nothing_is_remembered_of_a_reader(client, pages):
    for path in pages:
        client.cookies.clear()
        if "<form" not in str(pages[path]):
            client.get(path)
            assert not client.cookies, path


def test_nothing_is_ticked_or_chosen_beforehand(pages):
    ticked = [(path, tag.get("name")) for path, page in pages.items() for tag in page.select("input[checked]")]
    assert ticked == []


def test_what_changed_and_the_statements_can_be_read(pages):
    for page in (*WhatChangedPage.objects.live(), *PlainPage.objects.live()):
        assert page.get_url() in pages, page
