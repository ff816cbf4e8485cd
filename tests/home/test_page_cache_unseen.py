"""No public page reads a table whose changes leave kept pages standing."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.pagecache.watching import unseen_tables
from tests.factories import make_public_story
from tests.home.test_quiet_pages import crawl

pytestmark = pytest.mark.django_db
PRIVATE = re.compile(r"^/(\w\w/)?(share|my-story|desk|start|demo|complain|adult)\b")


def test_no_public_page_reads_what_is_said_to_be_unseen(client):
    make_public_story()
    found = [path for path in crawl(client, "/en/") if not PRIVATE.match(path)]
    assert {"/en/", "/en/stories/", "/en/packs/"} <= set(found)
    client.cookies.clear()
    for path in [*found, "/en/feed/"]:
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        tables = set(re.findall(r'"(\w+)"', " ".join(query["sql"] for query in asked)))
        assert not tables & unseen_tables(), path


def test_there_is_something_to_find():
    assert len(unseen_tables()) > 8
    assert set(connection.introspection.table_names()) >= unseen_tables()
