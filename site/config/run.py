"""Runs the whole site on one machine: the server, the task worker and the clock, as children that end together.

A plain program rather than a management command: it stays small, needs no Django to watch three children, and can
say what is wrong before Django starts. Used by `make run`.
"""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
DEMO_NOTES = VAR / "demo.txt"  # the seed writes it: accounts and author codes
GRACE = 35  # seconds for running requests to end; granian gives its workers 30
LAST_PORT = 65535


def main() -> int:
    """Prepare, start, say where, wait, stop. Returns the exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _interrupt)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    port = free_port(os.environ.get("PORT", "8000"))
    children: list[subprocess.Popen] = []
    try:
        prepare()
        children.append(start(server(port)))
        if wait_until_answering(port, children[0]):
            children += [start(manage("db_worker", "--no-startup-delay")), start(manage("tick", "--every", "60"))]
            print(welcome(port), flush=True)
        wait_for_any(children)
    except KeyboardInterrupt:
        return 0
    except subprocess.CalledProcessError as error:
        return error.returncode
    finally:
        stop(children)
    return 1


def free_port(text: str) -> int:
    """Return the port as a number. Exits with a sentence when it is none, or taken."""
    if not text.isdecimal() or not 0 < int(text) <= LAST_PORT:
        sys.exit(f"PORT is “{text}”. It must be a number between 1 and {LAST_PORT}, as in: PORT=8001 make run")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError:
            sys.exit(f"Port {text} cannot be used: something else has it. Choose another, as in: PORT=8001 make run")
    return int(text)


def prepare() -> None:
    """Run `manage.py prepare` once for each set of migrations and database. Raises CalledProcessError."""
    stamp = VAR / f"prepared-{fingerprint()}"
    if stamp.exists() and (os.environ.get("DATABASE_URL") or (VAR / "db.sqlite3").exists()):
        return
    subprocess.run(manage("prepare"), cwd=ROOT, check=True)
    stamp.touch()


def fingerprint() -> str:
    """Return a name for the database this is and the migrations there are."""
    tops = ("home", "stories", "toolkits", "workflows")
    names = sorted(path.name for top in tops for path in (ROOT / top).glob("**/migrations/*.py"))
    names += [(ROOT / "requirements" / "runtime.txt").read_text(), os.environ.get("DATABASE_URL", "")]
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:12]


def server(port: int) -> list[str]:
    """Return the server's command line."""
    options = "--interface wsgi --workers 2 --blocking-threads 1 --backpressure 16 --workers-kill-timeout 30"
    quiet = "--respawn-failed-workers --no-ws --log-level warning"
    names = [*options.split(), *quiet.split(), "--port", str(port)]
    return [sys.executable, "-m", "granian", *names, "config.wsgi:application"]


def manage(*arguments: str) -> list[str]:
    """Return the command line of a management command."""
    return [sys.executable, str(ROOT / "manage.py"), *arguments]


def start(command: list[str]) -> subprocess.Popen:
    """Start a child at the head of a process group of its own, so that it and its own children end together."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "site")}
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def wait_until_answering(port: int, child: subprocess.Popen) -> bool:
    """Wait until the server answers anything at all. Returns False when it ended first."""
    while child.poll() is None:
        try:
            # A call that comes before the workers may never be answered: give up soon and call again.
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=3).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def welcome(port: int) -> str:
    """Return what a newcomer needs: addresses, and the demonstration's accounts and codes."""
    site = f"http://localhost:{port}"
    notes = DEMO_NOTES.read_text() if DEMO_NOTES.exists() else ""
    return f"\n{notes}\nThe site: {site}/   Staff: {site}/start/   The tour: {site}/demo/\nCtrl-C ends it."


def wait_for_any(children: list[subprocess.Popen]) -> None:
    """Wait until one child ends, and say which."""
    while all(child.poll() is None for child in children):
        time.sleep(0.2)
    ended = next(child for child in children if child.returncode is not None)
    print(f"“{' '.join(ended.args[1:4])}” ended by itself ({ended.returncode}). Stopping the rest.", flush=True)


def stop(children: list[subprocess.Popen]) -> None:
    """End every child and what it started: kindly, then for good."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        _signal_group(child, signal.SIGTERM)
    until = time.monotonic() + GRACE
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0, until - time.monotonic()))
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: subprocess.Popen, number: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def _interrupt(_number, _frame):
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
