"""Brings back what migrations wrote after a test that empties every table: a test with a live server or real commits.

Django flushes all tables after such a test; the root page, locales, groups and permissions would be gone for the next
test, and for the next run on a kept database.
"""

import os

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Page

EMPTYING = {"transactional_db", "live_server"}
ROWS = pytest.StashKey[str]()  # not on the connection alone: where Playwright has ended, another one is handed out


def empties_tables(item) -> bool:
    """Tell whether a test commits for real, so that its end flushes every table."""
    marker = item.get_closest_marker("django_db")
    return bool(EMPTYING.intersection(item.fixturenames) or (marker and marker.kwargs.get("transaction")))


def pytest_collection_modifyitems(items):
    """Let Django leave the flushed tables alone, rather than write new permissions with other numbers."""
    for item in filter(empties_tables, items):
        item.fixturenames.append("django_db_serialized_rollback")


@pytest.fixture(scope="session")
def one_connection(request):
    """Start Playwright before the database, where a test of this run drives a browser.

    It keeps an event loop running in this thread, and from then on asgiref hands out another connection: one that
    does not know what the first remembered. Django must be told that its queries in that thread are meant.
    """
    if any("playwright" in item.fixturenames for item in request.session.items):
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        request.getfixturevalue("playwright")


@pytest.fixture(scope="session")
def django_db_setup(request, one_connection, django_db_setup, django_db_blocker):
    """Remember the rows of the fresh database, when a test of this run will empty it."""
    with django_db_blocker.unblock():
        if not Page.objects.exists():  # the root page comes from a migration alone
            pytest.exit("A run that was cut off left the kept database empty: run again with ARGS=--create-db", 2)
        if any(map(empties_tables, request.session.items)):
            rows = connection.creation.serialize_db_to_string()
            connection._test_serialized_contents = request.config.stash[ROWS] = rows


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Write the remembered rows back once the test's own fixtures are gone."""
    result = yield
    if empties_tables(item) and ROWS in item.config.stash:
        with item.config.stash[blocking_manager_key].unblock():
            # a last request of the live server may have written since: a content type, say
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            ContentType.objects.clear_cache()
            connection.creation.deserialize_db_from_string(item.config.stash[ROWS])
            _count_on_from_there()
            connection.close()
    return result


def _count_on_from_there() -> None:
    """Let PostgreSQL number new rows after those written back with their old numbers."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(statement)
