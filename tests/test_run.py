"""`make run` starts what the site needs, and leaves nothing running behind it."""

import os
import signal
import socket
import sys
import time

import pytest

from config import run

STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(99)"]
FORKING = [sys.executable, "-c", "import os, sys, time; end = open(sys.argv[1], 'w'); os.fork(); time.sleep(99)"]


def test_port_in_use_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} cannot be used"):
            run.free_port(str(port))


@pytest.mark.parametrize("text", ["", "abc", "0", "65536", "-1", "80 80"])
def test_port_that_is_none_is_said_in_a_sentence(text):
    with pytest.raises(SystemExit, match="must be a number between 1 and 65535"):
        run.free_port(text)


def test_stop_ends_children_and_what_they_started(tmp_path):
    os.mkfifo(tmp_path / "held")
    child = run.start([*FORKING, str(tmp_path / "held")])
    with (tmp_path / "held").open() as held:
        run.stop([child])
        assert held.read() == ""  # it ends when nobody has the other end open


def test_stop_ends_a_child_that_will_not_listen(monkeypatch):
    monkeypatch.setattr(run, "GRACE", 0.5)
    child = run.start(STUBBORN)
    time.sleep(0.5)
    run.stop([child])
    assert child.returncode == -signal.SIGKILL


def test_one_child_that_ends_is_named_and_ends_the_wait(capsys):
    child = run.start([sys.executable, "-c", "raise SystemExit(3)"])
    run.wait_for_any([child])
    assert "ended by itself (3)" in capsys.readouterr().out
