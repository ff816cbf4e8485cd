"""Kept pages: who gets one, what is kept, how it is sent, and when it is too old."""

import gzip
import io
import threading
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
import time_machine

from home.pagecache.generation import FileGeneration, SharedGeneration
from home.pagecache.kept import best_encoding
from home.pagecache.wsgi import PageCache

HTML = ("Content-Type", "text/html; charset=utf-8")
BODY = b"<p>" + b"A story. " * 200


class Site:
    """A site that counts who asks it."""

    def __init__(self):
        self.asked, self.status, self.headers, self.body, self.closed = [], "200 OK", [HTML], BODY, 0

    def __call__(self, environ, start_response):
        self.asked.append(environ["REQUEST_METHOD"])
        start_response(self.status, [*self.headers, ("Content-Length", str(len(self.body)))])
        return Parts(self)


class Parts(list):
    def __init__(self, site):
        super().__init__([site.body[:10], site.body[10:]])
        self.site = site

    def close(self):
        self.site.closed += 1


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def pages(site, settings, tmp_path):
    settings.PAGE_GENERATION = str(tmp_path / "generation")
    return PageCache(site)


def get(pages, path="/en/", query="", method="GET", **environ):
    """Ask for a page. Returns status, headers by small names, and the body."""
    said = {}
    names = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, **environ}
    setup_testing_defaults(names)
    parts = pages(names, lambda status, headers, *_error: said.update(status=status, headers=headers))
    return said["status"], {name.lower(): value for name, value in said["headers"]}, b"".join(parts)


def test_a_page_is_made_once_and_is_the_same_for_all(pages, site):
    first, second = get(pages), get(pages)
    assert first == second
    assert first[2] == BODY
    assert first[1]["content-length"] == str(len(BODY))
    assert first[1]["cache-control"] == "no-cache"
    assert site.asked == ["GET"]
    assert site.closed == 1


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/en/stories/"},
        {"query": "topic=school"},
        {"HTTP_HOST": "other.example"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
    ids=str,
)
def test_another_address_is_another_page(pages, site, other):
    get(pages)
    get(pages, **other)
    get(pages, **other)
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "request_of",
    [
        {"method": "POST"},
        {"method": "OPTIONS"},
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "a=1; sessionid=abc; b=2"},
        {"HTTP_COOKIE": "messages=abc"},
        {"HTTP_COOKIE": 'broken="; sessionid=abc'},
        {"HTTP_RANGE": "bytes=0-9"},
        {"query": "q=words"},
        {"query": "topic=school&q="},
        {"path": "/en/" + "x" * 300},
    ],
    ids=str,
)
def test_who_is_asked_anew_each_time(pages, site, request_of):
    for _time in range(2):
        assert get(pages, **request_of)[2] == BODY
    assert len(site.asked) == 2


@pytest.mark.parametrize("request_of", [{"HTTP_COOKIE": "sessionid=abc"}, {"method": "POST"}], ids=str)
def test_a_kept_page_is_not_for_somebody_with_a_session(pages, site, request_of):
    get(pages)
    site.body = b"Hello Morag"
    assert get(pages, **request_of)[2] == b"Hello Morag"
    assert get(pages)[2] == BODY


def test_other_cookies_change_nothing(pages, site):
    get(pages)
    assert get(pages, HTTP_COOKIE="csrftoken=abc")[2] == BODY
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", [HTML]),
        ("410 Gone", [HTML]),
        ("302 Found", [HTML, ("Location", "/en/")]),
        ("500 Internal Server Error", [HTML]),
        ("200 OK", [HTML, ("Set-Cookie", "csrftoken=abc")]),
        ("200 OK", [HTML, ("Vary", "Cookie")]),
        ("200 OK", [HTML, ("Vary", "Accept-Language")]),
        ("200 OK", [HTML, ("Cache-Control", "no-store")]),
        ("200 OK", [("Content-Type", "application/zip")]),
        ("200 OK", []),
    ],
    ids=str,
)
def test_what_is_not_kept_goes_through_as_it_is(pages, site, status, headers):
    site.status, site.headers = status, headers
    for _time in range(2):
        answer = get(pages)
        assert (answer[0], answer[2]) == (status, BODY)
        assert answer[1] == {name.lower(): value for name, value in [*headers, ("Content-Length", str(len(BODY)))]}
    assert len(site.asked) == 2


def test_an_error_of_the_site_is_the_callers(pages, site, monkeypatch):
    def breaks(environ, start_response):
        raise ZeroDivisionError

    monkeypatch.setattr(pages, "application", breaks)
    with pytest.raises(ZeroDivisionError):
        get(pages)
    monkeypatch.setattr(pages, "application", site)
    assert get(pages)[2] == BODY  # no lock is left behind


def test_a_head_is_answered_from_what_is_kept_and_makes_nothing(pages, site):
    get(pages, method="HEAD")
    assert get(pages)[2] == BODY
    status, headers, body = get(pages, method="HEAD")
    assert (status, headers["content-length"], body) == ("200 OK", str(len(BODY)), b"")
    assert site.asked == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, BR;q=0", "gzip"),
        ("gzip; q=0", ""),
        ("deflate", ""),
        ("", ""),
        (",;=,", ""),
    ],
)
def test_the_smallest_body_a_browser_takes(pages, accepted, encoding):
    assert best_encoding(accepted) == encoding
    _status, headers, body = get(pages, HTTP_ACCEPT_ENCODING=accepted)
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding](body)
    assert opened == BODY
    assert headers.get("content-encoding", "") == encoding
    assert headers["vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_page_gets_nothing_anew(pages):
    _status, headers, _body = get(pages, HTTP_ACCEPT_ENCODING="br")
    for known in (headers["etag"], f'"other", W/{headers["etag"]}', "*"):
        status, short, body = get(pages, HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=known)
        assert (status, body) == ("304 Not Modified", b"")
        assert "content-length" not in short
    assert get(pages, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=headers["etag"])[0] == "200 OK"


def test_a_new_generation_makes_every_page_old(pages, site):
    get(pages)
    pages.generation.renew()
    site.body = b"Another"
    assert get(pages)[2] == b"Another"


def test_a_change_while_a_page_is_made_makes_it_old(pages, site, monkeypatch):
    def changes_meanwhile(environ, start_response):
        parts = site(environ, start_response)
        pages.generation.renew()
        site.body = b"Another"
        return parts

    monkeypatch.setattr(pages, "application", changes_meanwhile)
    assert get(pages)[2] == BODY
    monkeypatch.setattr(pages, "application", site)
    assert get(pages)[2] == b"Another"


def test_a_page_is_kept_for_a_minute_and_never_past_midnight(pages, site):
    with time_machine.travel("2026-12-01 12:00 +0000", tick=False) as clock:
        get(pages)
        clock.shift(59)
        get(pages)
        assert len(site.asked) == 1
        clock.shift(1)
        get(pages)
        assert len(site.asked) == 2
        clock.move_to("2026-12-01 23:59:55 +0000")
        get(pages)
        clock.shift(6)
        get(pages)
        assert len(site.asked) == 4


def test_what_is_kept_has_an_end(pages, site, settings):
    settings.PAGE_CACHE_BYTES = 50_000
    small = PageCache(site)
    for number in range(60):
        get(small, f"/en/{number}/")
    assert 0 < small.store.size <= 50_000
    assert small.store.size == sum(kept.size for kept in small.store._pages.values())
    asked = len(site.asked)
    get(small, "/en/59/")
    assert len(site.asked) == asked
    get(small, "/en/0/")
    assert len(site.asked) == asked + 1


def test_one_large_page_does_not_push_out_the_others(site, settings):
    settings.PAGE_CACHE_BYTES = 10_000
    small = PageCache(site)
    get(small)
    assert small.store.size == 0


def test_many_who_ask_at_once_wait_for_one_page(pages, site, monkeypatch):
    asked, go = threading.Event(), threading.Event()

    def slow(environ, start_response):
        asked.set()
        go.wait()
        return site(environ, start_response)

    monkeypatch.setattr(pages, "application", slow)
    bodies = []
    crowd = [threading.Thread(target=lambda: bodies.append(get(pages)[2])) for _number in range(8)]
    for one in crowd:
        one.start()
    asked.wait()
    go.set()
    for one in crowd:
        one.join()
    assert bodies == [BODY] * 8
    assert len(site.asked) == 1


def test_without_a_generation_nothing_kept_is_shown(pages, site, tmp_path):
    get(pages)
    (tmp_path / "generation").unlink()
    get(pages)
    get(pages)
    assert len(site.asked) == 3


def test_a_start_of_the_site_begins_anew(pages, site, tmp_path):
    before = FileGeneration(str(tmp_path / "generation")).read()
    PageCache(site)
    assert FileGeneration(str(tmp_path / "generation")).read() not in {before, None}


def test_a_cache_server_holds_the_generation_of_several_machines(settings, site):
    settings.PAGE_GENERATION = ""
    here, there = PageCache(site), PageCache(site)
    get(here)
    there.generation.renew()
    get(here)
    get(here)
    assert len(site.asked) == 2


def test_a_cache_server_that_is_down_only_slows(settings, site, monkeypatch):
    settings.PAGE_GENERATION = ""
    pages = PageCache(site)
    get(pages)

    class Down:
        def __getattr__(self, name):
            raise ConnectionError

    monkeypatch.setattr("home.pagecache.generation.cache", Down())
    pages.generation.renew()
    for _time in range(2):
        assert get(pages)[2] == BODY
    assert len(site.asked) == 3
    assert isinstance(pages.generation, SharedGeneration)


def test_the_body_of_a_request_is_left_alone(pages, site):
    form = io.BytesIO(b"words=hello")
    get(pages, method="POST", **{"wsgi.input": form})
    assert form.read() == b"words=hello"
