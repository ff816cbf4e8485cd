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

from stories.sending import send_story, show_code
from stories.sessions import IDLE
from tests.factories import make_person
from tests.stories.sharing import answers, begin, fill, url
from workflows.people.enums import Role
from workflows.privacy.casekeys import keys_held

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


@pytest.mark.parametrize(
    ("screen", "most"),
    [("words", 5), ("name", 4), ("contact", 4), ("consent", 6), ("check", 5), ("ten-words", 6)],
)
def test_no_step_asks_the_database_more_than_six_times(client, screen, most, django_assert_num_queries):
    draft = fill(client, band="16-17")
    show_code(case=draft.case)
    client.get(url(screen))
    with django_assert_num_queries(most):
        assert client.get(url(screen)).status_code == 200


@pytest.mark.parametrize("keepers", [1, 3])
def test_behind_the_lock_sending_only_writes_and_reads_what_it_writes_over(client, keepers):
    for _number in range(keepers):
        make_person(Role.SAFEGUARDING)
    draft = fill(client)
    show_code(case=draft.case)
    with CaptureQueriesContext(connection) as made, keys_held():
        send_story(case=draft.case)
    asked = [query["sql"] for query in made]
    begins = next(number for number, sql in enumerate(asked) if 'FROM "stories_submission"' in sql)
    read = [sql for sql in asked[begins + 1 :] if sql.startswith("SELECT")]
    assert [re.search(r'FROM "(\w+)"', sql)[1] for sql in read] == ["privacy_consentwording", "people_agemark"]
    written = [sql.split('"')[1] for sql in asked[begins:] if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    letters = ["privacy_letter"] * (keepers + 1)
    assert written == ["privacy_consent", "people_agemark", "stories_submission", *letters]


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
