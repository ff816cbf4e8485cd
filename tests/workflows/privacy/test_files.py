"""Erased means gone from the files as well: the database's own bytes and its journal, in a site of its own.

Requirement 60.
"""

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
from django.conf import settings
settings.MEDIA_ROOT, settings.LEDGER_PATH = f"{FOLDER}/media", f"{FOLDER}/erasures"
from stories.actions import take_back
from tests.life import live, places
case = live("zqxcanaryfile")
print("PLANTED", len(places("zqxcanaryfile")) >= 30)
input()
take_back(case=case)
print("ERASED", len(places("zqxcanaryfile")))
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
