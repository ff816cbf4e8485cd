"""Sharing is light: what a first visit loads, and what looking at a page writes."""

import datetime
import re
from pathlib import Path

import pytest
import time_machine
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stories.sending import show_code
from stories.sessions import IDLE
from tests.stories.sharing import answers, begin, fill, url

pytestmark = pytest.mark.django_db
JOURNEY = 150_000  # bytes, nothing compressed


def test_a_whole_first_visit_stays_under_its_weight(client):
    pages = [client.get(url(screen)).content for screen in ("", "what-happens", "age")]
    begin(client, "13-15")
    for step, data in answers().items():
        pages.append(client.get(url(step)).content)
        client.post(url(step), data)
    for screen, data in (("check", {}), ("ten-words", {"do": "send"}), ("sent", {})):
        pages.append(client.get(url(screen)).content)
        client.post(url(screen), data)
    named = {name for page in pages for name in re.findall(r'(?:href|src)="/static/([^"?]+)"', page.decode())}
    assert {"js/writing.js", "css/components/share.css"} <= named
    files = {name: Path(finders.find(name)).stat().st_size for name in named}
    assert sum(map(len, pages)) + sum(files.values()) <= JOURNEY


def written(client, screen) -> list[str]:
    """Return what opening a screen writes."""
    with CaptureQueriesContext(connection) as made:
        client.get(url(screen))
    return [query["sql"] for query in made if query["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]


def test_looking_writes_the_session_once_a_minute(client):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        fill(client)
        assert written(client, "words") == []
    with time_machine.travel(now + datetime.timedelta(seconds=61), tick=False):
        assert len(written(client, "words")) == 1
        assert written(client, "words") == []


def test_a_session_lasts_half_an_hour_as_soon_as_there_are_ten_words(client):
    draft = fill(client)
    show_code(case=draft.case)
    client.get(url("words"))
    assert client.session.get_expiry_age() == IDLE
