"""The minute: one at a time, each receiver on its own."""

import datetime
import os
import signal
import sqlite3
import threading
import uuid
from contextlib import closing
from types import SimpleNamespace

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from stories.enums import State
from stories.models import Submission
from stories.receivers import erase_what_expired
from tests.factories import make_submission
from workflows.privacy.actions import end_turn, take_turn, write_letter
from workflows.privacy.management.commands import tick as command
from workflows.privacy.models import Erasure, Turn
from workflows.privacy.receivers import empty_journal, send_letters
from workflows.privacy.signals import minute

pytestmark = pytest.mark.django_db
CANARY = "zqxcanary"


@pytest.fixture
def only(monkeypatch):
    """Let only the given receivers hear the minute."""
    monkeypatch.setattr(minute, "receivers", [])
    minute.sender_receivers_cache.clear()
    kept = []

    def connect(*receivers):
        kept.extend(receivers)
        for receiver in receivers:
            minute.connect(receiver)

    yield connect
    minute.sender_receivers_cache.clear()


def test_one_failing_receiver_stops_no_other_and_only_its_class_is_logged(only, caplog):
    heard = []

    def fails(sender, **kwargs):
        raise ValueError(CANARY)

    def works(sender, now, **kwargs):
        heard.append(now)

    only(fails, works)
    call_command("tick")
    assert len(heard) == 1
    assert "fails failed: ValueError" in caplog.text
    assert CANARY not in caplog.text


def test_two_ticks_do_not_double_the_work(only):
    heard = []

    def during(sender, **kwargs):
        heard.append(command.tick())

    only(during)
    assert command.tick() is True
    assert heard == [False]
    assert command.tick() is True


def test_a_killed_tick_keeps_others_out_for_ten_minutes_only(only):
    assert take_turn(name="tick", length=command.TURN)
    assert command.tick() is False
    with time_machine.travel(timezone.now() + command.TURN):
        assert command.tick() is True


def test_turns_of_different_names_do_not_meet():
    hour = datetime.timedelta(hours=1)
    assert take_turn(name="one", length=hour)
    assert take_turn(name="two", length=hour)
    end_turn(name="one")
    assert (take_turn(name="one", length=hour), take_turn(name="two", length=hour)) == (True, False)
    assert Turn.objects.count() == 2


def test_the_turn_is_given_back_when_the_database_fails(only, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError(CANARY)

    monkeypatch.setattr(minute, "send_robust", broken)
    with pytest.raises(OSError, match=CANARY):
        command.tick()
    assert take_turn(name="tick", length=command.TURN)


def test_every_goes_on_after_a_failure_and_ends_when_told(only, monkeypatch, caplog):
    ticks = []

    def tick():
        ticks.append(1)
        if len(ticks) == 1:
            raise OSError(CANARY)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(command, "tick", tick)
    monkeypatch.setattr(command, "close_old_connections", lambda: None)
    before = signal.getsignal(signal.SIGTERM)
    guard = threading.Timer(20, os._exit, [3])  # a loop that does not end must not hang the suite
    guard.start()
    try:
        call_command("tick", every=0.01)
    finally:
        guard.cancel()
        signal.signal(signal.SIGTERM, before)
    assert len(ticks) == 2
    assert "tick failed: OSError" in caplog.text
    assert CANARY not in caplog.text


def test_the_journal_is_left_alone_without_an_erasure(monkeypatch):
    asked = []
    fake = SimpleNamespace(vendor="sqlite", cursor=lambda: asked.append(1))
    monkeypatch.setattr("workflows.privacy.receivers.connection", fake)
    empty_journal(None, now=timezone.now())
    assert asked == []


def test_the_journal_is_empty_after_an_erasure_and_patience_is_as_before(tmp_path, monkeypatch):
    Erasure.objects.create(case=uuid.uuid4())
    with closing(sqlite3.connect(tmp_path / "db.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE words (text)")
        database.execute("PRAGMA busy_timeout = 20000")
        journal = tmp_path / "db.sqlite3-wal"
        assert journal.stat().st_size > 0
        fake = SimpleNamespace(vendor="sqlite", in_atomic_block=False, cursor=lambda: closing(database.cursor()))
        monkeypatch.setattr("workflows.privacy.receivers.connection", fake)
        monkeypatch.setattr("workflows.privacy.journal.connection", fake)
        empty_journal(None, now=timezone.now())
        assert journal.stat().st_size == 0
        assert database.execute("PRAGMA busy_timeout").fetchone() == (20000,)


def test_the_journal_is_sqlites_own_affair(django_assert_num_queries, monkeypatch):
    Erasure.objects.create(case="0" * 32)
    monkeypatch.setattr("workflows.privacy.receivers.connection", type("C", (), {"vendor": "postgresql"}))
    with django_assert_num_queries(0):
        empty_journal(None, now=timezone.now())


def test_these_hear_the_minute():
    heard = {receiver().__name__ for _key, receiver, *_ in minute.receivers}
    assert heard >= {"publish", "watch", "find_readers", "watch_endings", "erase_what_expired", "watch_answers"} | {
        "send_letters",
        "empty_journal",
        "complete_ledger",
    }


def test_tick_destroys_an_expired_draft_and_sends_a_letter(mailoutbox):
    draft = make_submission(state=State.DRAFT)
    Submission.objects.filter(case=draft.case).update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    write_letter(case=make_submission().case, address="a@example.org", kind="story_received", language="en")
    erase_what_expired(None)
    send_letters(None)
    assert not Submission.objects.filter(case=draft.case).exists()
    assert len(mailoutbox) == 1
