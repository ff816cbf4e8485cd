"""Erased means gone from the files as well: the database's own bytes and its journal.

SQLite is looked at as files of a site of its own. PostgreSQL is asked for the bytes of its tables and indexes; its
journal is left out: it keeps every change until it is written over (docs/services.md says what to do about it).
Requirement 60.
"""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.life import places
from tests.rounds import end, live_on
from tests.scan import contains, find_in_files

CANARY = "zqxcanaryfile"
PROGRAM = """
from django.conf import settings
settings.MEDIA_ROOT, settings.LEDGER_PATH = f"{FOLDER}/media", f"{FOLDER}/erasures"
from tests.life import places
from tests.rounds import end, live_on
case, seen = live_on("zqxcanaryfile")
print("PLANTED", len(seen) >= 46)
input()
end(case)
print("ERASED", len(places("zqxcanaryfile")))
input()
"""


@pytest.fixture
def site(tmp_path, db):
    """Copy the suite's empty database, committed state only, to a folder of its own."""
    if connection.vendor != "sqlite":
        pytest.skip("below, PostgreSQL is read through its own functions")
    with sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True) as source:
        source.execute(f"VACUUM INTO '{tmp_path / 'db.sqlite3'}'")
    return tmp_path


def test_a_whole_life_is_in_no_byte_of_any_file_once_it_was_taken_back(site):
    """Looked for while the site still runs, before any minute of its clock, and again after its end."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{site / 'db.sqlite3'}",
        "PYTHONPATH": f"{settings.ROOT}:{settings.ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }
    command = [sys.executable, "-c", f"import django; django.setup()\nFOLDER = {str(site)!r}\n{PROGRAM}"]
    with subprocess.Popen(
        command, cwd=settings.ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        try:
            assert program.stdout.readline() == "PLANTED True\n"
            assert find_in_files(CANARY, site) != []
            _go_on(program)
            assert program.stdout.readline() == "ERASED 0\n"
            assert find_in_files(CANARY, site) == []
            _go_on(program)
            program.wait(20)
        finally:
            program.kill()
    assert find_in_files(CANARY, site) == []
    assert len((site / "erasures").read_text().splitlines()) == 1


def _go_on(program):
    program.stdin.write("\n")
    program.stdin.flush()


RELATIONS = """SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 't', 'i', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')"""
BYTES = "SELECT pg_read_binary_file(pg_relation_filepath(%s::oid))"


def copied(table: str) -> bytes:
    """Return what a dump of this table holds."""
    with connection.cursor() as cursor, cursor.cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)


def in_bytes(text: str) -> set[str]:
    """Return the tables, their overflow and their indexes whose files hold the text."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(RELATIONS)
        relations, found = cursor.fetchall(), set()
        for oid, name in relations:
            cursor.execute(BYTES, [oid])
            if contains(cursor.fetchone()[0], text):
                found.add(name)
    return found


@pytest.mark.django_db(transaction=True)
def test_a_whole_life_is_in_no_copy_and_no_file_of_postgresql():
    """A swept table is written anew (VACUUM FULL): plain VACUUM lets others write over the bytes, in its own time."""
    if connection.vendor != "postgresql":
        pytest.skip("above, SQLite's files are read as they lie")
    case, _seen = live_on(CANARY)
    tables = connection.introspection.table_names()
    assert {"stories_storypage", "wagtailcore_revision"} <= {name for name in tables if contains(copied(name), CANARY)}
    assert {"stories_storypage", "wagtailcore_pagelogentry"} <= in_bytes(CANARY)
    end(case)
    assert places(CANARY) == set()
    assert [name for name in tables if contains(copied(name), CANARY)] == []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
    assert in_bytes(CANARY) == set()
