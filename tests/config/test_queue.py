"""SQLite's one writer has a fair queue before it."""

import os
import signal
import subprocess
import sys
import threading

import pytest
from django.db import DatabaseError, OperationalError
from django.db.backends.base.base import NO_DB_ALIAS

from config.sqlite.base import DatabaseWrapper

HOLD = """
import fcntl, os, sys
place = os.open(sys.argv[1] + "-turn", os.O_CREAT | os.O_WRONLY)
fcntl.flock(place, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def connect(tmp_path, django_db_blocker):
    """Return a function that opens one more connection to a database of this test's own."""
    opened = []

    def connect(timeout=20, name=str(tmp_path / "queue.sqlite3")):
        wrapper = DatabaseWrapper(
            {
                "NAME": name,
                "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": timeout},
                "ATOMIC_REQUESTS": False,
                "AUTOCOMMIT": True,
                "CONN_MAX_AGE": 0,
                "CONN_HEALTH_CHECKS": False,
                "TIME_ZONE": None,
                "TEST": {},
            },
            alias=NO_DB_ALIAS,
        )
        wrapper.inc_thread_sharing()
        opened.append(wrapper)
        return wrapper

    with django_db_blocker.unblock():
        with connect().cursor() as cursor:
            cursor.execute("CREATE TABLE numbers (number integer)")
        yield connect
        for wrapper in opened:
            wrapper.close()


def write(connection, number=1):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO numbers VALUES (%s)", [number])
    connection.commit()
    connection.set_autocommit(True)


def begin(connection):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def count(connection):
    with connection.cursor() as cursor:
        return cursor.execute("SELECT count(*) FROM numbers").fetchone()[0]


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_turn_is_given_back_however_a_transaction_ends(connect, end):
    first, second = connect(), connect(timeout=0)
    begin(first)
    with pytest.raises(OperationalError, match="locked"):
        begin(second)
    getattr(first, end)()
    write(second)
    assert count(second) == 1


def test_turn_is_given_back_where_no_transaction_opens(connect, monkeypatch):
    first, second = connect(), connect(timeout=0)
    first.ensure_connection()
    monkeypatch.setattr(first, "transaction_mode", "NONSENSE")
    with pytest.raises(DatabaseError):
        begin(first)
    write(second)
    assert count(second) == 1


def test_who_waits_comes_before_who_has_just_written(connect):
    busy, patient = connect(), connect()
    written_before = []

    def wait():
        begin(patient)
        written_before.append(count(patient))
        patient.rollback()

    begin(busy)
    waiting = threading.Thread(target=wait)
    waiting.start()
    while not patient._turn:  # it stands at the head of the queue
        pass
    busy.rollback()
    busy.set_autocommit(True)
    for number in range(20):
        write(busy, number)
    waiting.join()
    assert written_before == [0]


def test_a_killed_process_gives_its_turn_back(connect, tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path / "queue.sqlite3")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(OperationalError, match="locked"):
            begin(connect(timeout=0))
        os.kill(process.pid, signal.SIGKILL)
    write(connect())


def test_a_database_in_memory_has_no_queue(connect, tmp_path):
    here = connect(name=":memory:")
    begin(here)
    assert here._turn is None
    assert not list(tmp_path.glob("*memory*"))
