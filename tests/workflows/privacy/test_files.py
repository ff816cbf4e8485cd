"""Erased means gone from the files as well: the database's own bytes and its journal, in a site of its own."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.scan import find_in_files

CANARY = "zqxcanaryfile"
PROGRAM = """
from tests.plant import plant
from tests.scan import find_in_database
from workflows.privacy.actions import erase
from django.core.management import call_command
case = plant("zqxcanaryfile")
print("PLANTED", bool(find_in_database("zqxcanaryfile")))
input()
erase(case=case)
print("ERASED", bool(find_in_database("zqxcanaryfile")))
input()
call_command("tick")
print("TICKED")
input()
"""


@pytest.fixture
def site(tmp_path, db):
    """Copy the suite's empty database, committed state only, to a folder of its own."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps old rows until VACUUM; its files are the operator's affair")
    with sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True) as source:
        source.execute(f"VACUUM INTO '{tmp_path / 'db.sqlite3'}'")
    return tmp_path


def test_erased_words_are_in_no_byte_of_the_database_or_its_journal(site):
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{site / 'db.sqlite3'}",
        "PYTHONPATH": f"{settings.ROOT}:{settings.ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }
    command = [sys.executable, "-c", f"import django; django.setup()\n{PROGRAM}"]
    with subprocess.Popen(
        command, cwd=settings.ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        try:
            assert program.stdout.readline() == "PLANTED True\n"
            assert find_in_files(CANARY, site) != []
            _go_on(program)
            assert program.stdout.readline() == "ERASED False\n"
            _go_on(program)
            assert program.stdout.readline() == "TICKED\n"
            assert find_in_files(CANARY, site) == []
            _go_on(program)
        finally:
            program.kill()


def _go_on(program):
    program.stdin.write("\n")
    program.stdin.flush()
