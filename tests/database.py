"""Brings back what migrations wrote after a test that empties every table: a test with a live server or real commits.

Django flushes all tables after such a test; the root page, locales, groups and permissions would be gone for the next
test, and for the next run on a kept database. Both are done here as the database does them fastest: only tables with
rows are emptied, and rows come back as they were read. Flushing and saving through Django took a second a test.
"""

import os

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Page

EMPTYING = {"transactional_db", "live_server"}
ROWS = pytest.StashKey[dict]()  # not on the connection alone: where Playwright has ended, another one is handed out


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
            request.config.stash[ROWS] = remember()
            connection._test_serialized_contents = "[]"  # Django need bring nothing back before a test
            type(connection.ops).sql_flush = empty


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Write the remembered rows back once the test's own fixtures are gone."""
    result = yield
    if empties_tables(item) and ROWS in item.config.stash:
        with item.config.stash[blocking_manager_key].unblock():
            # a last request of the live server may have written since: a content type, say
            bring_back(item.config.stash[ROWS])
            ContentType.objects.clear_cache()
            connection.close()
    return result


def tables() -> list[str]:
    """Return every table that this site's models have."""
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def filled(names: list[str]) -> list[str]:
    """Return those of the tables that have rows, by one question."""
    asked = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [name for (name,) in cursor.fetchall()]


def empty(self, style, names, **how) -> list[str]:
    """Return what empties the tables that have rows: what Django's `flush` runs here, in one transaction."""
    return [f'DELETE FROM "{name}"' for name in filled(names)]


def remember() -> dict[str, object]:
    """Read every row there is, by table, as the database itself writes it."""
    with connection.cursor() as cursor:
        return {name: READ[connection.vendor](cursor, name) for name in filled(tables())}


def bring_back(rows: dict[str, object]) -> None:
    """Empty every table and write the remembered rows, past keys to other tables and past guards."""
    before, after = PAST_GUARDS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(before)
        with transaction.atomic():
            for statement in empty(None, None, tables()):
                cursor.execute(statement)
            for name, found in rows.items():
                WRITE[connection.vendor](cursor, name, found)
            numbers = connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True))
            cursor.execute("".join(numbers) or "SELECT 1")
        cursor.execute(after)


def _read_sqlite(cursor, name) -> list[tuple]:
    columns = [column.name for column in connection.introspection.get_table_description(cursor, name)]
    asked = ", ".join(f'+"{column}"' for column in columns)  # the sign: a value as it lies there, not as a Python day
    return cursor.execute(f'SELECT {asked} FROM "{name}"').fetchall()


def _write_sqlite(cursor, name, rows) -> None:
    cursor.executemany(f'INSERT INTO "{name}" VALUES ({", ".join(["%s"] * len(rows[0]))})', rows)


def _read_postgresql(cursor, name) -> bytes:
    with cursor.copy(f'COPY "{name}" TO STDOUT') as copy:
        return b"".join(map(bytes, copy))


def _write_postgresql(cursor, name, rows) -> None:
    with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
        copy.write(rows)


READ = {"sqlite": _read_sqlite, "postgresql": _read_postgresql}
WRITE = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
PAST_GUARDS = {
    "sqlite": ("PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON"),
    "postgresql": ("SET session_replication_role = replica", "SET session_replication_role = DEFAULT"),
}
