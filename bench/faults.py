"""Kills web, worker and clock at random while stories are sent: none that was acknowledged is lost, none is doubled.

`make faults`, or `python -m bench.faults STORIES KILLS`. The real server, worker and clock on a database that is
thrown away, or on the empty one that DATABASE_URL names. Senders do as an author does: without an answer they press
again.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from bench.sharing import ready_draft
from bench.throwaway import ROOT, throwaway

STORIES, KILLS, SENDERS, LONGEST = 2_000, 20, 4, 14 * 60
TOKEN = "k" * 32
PARTS = ("web", "worker", "clock")


def main(stories: int, kills: int) -> int:
    """Send, kill, wait for the letters, count. Returns how many things are not as they must be."""
    with throwaway(own=True) as folder:
        os.environ["EMAIL_URL"] = f"filemail:///{folder / 'mail'}"
        make_keeper()
        sessions = [session_of(ready_draft()) for _number in range(stories)]
        site = Site(folder)
        site.start_all()
        site.wait_until_answering()
        began, killer = time.monotonic(), threading.Thread(target=site.kill_some, args=(kills,), daemon=True)
        killer.start()
        with ThreadPoolExecutor(SENDERS) as pool:
            outcomes = list(pool.map(lambda session: send(site.port, session, began + LONGEST), sessions))
        spent = time.monotonic() - began
        site.enough.set()
        killer.join()
        wait_for_letters(began + LONGEST)
        site.stop_all()
        wrong = check(outcomes, folder / "mail")
        times = sorted(seconds for _known, seconds in outcomes)
        print(
            f"{stories} stories in {spent:.0f} s while {dict(site.killed)} were killed; presses again: {AGAIN.total()}"
        )
        print(f"half within {times[len(times) // 2]:.2f} s, 95 in 100 within {times[len(times) * 95 // 100]:.2f} s")
        print(f"wrong: {wrong or 'nothing'}")
        return len(wrong)


AGAIN: Counter = Counter()


class Site:
    """Server, worker and clock, each started again as soon as it has been killed, as systemd does."""

    def __init__(self, folder: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.enough, self.killed, self.draw = threading.Event(), Counter(), random.Random(8)
        self.children: dict[str, subprocess.Popen] = {}
        self.log = (folder / "log").open("wb")

    def commands(self) -> dict[str, list[str]]:
        from config.run import manage, server  # noqa: PLC0415

        worker = manage("db_worker", "--no-startup-delay")
        return {"web": server(self.port), "worker": worker, "clock": manage("tick", "--every", "1")}

    def start(self, part: str) -> None:
        environment = os.environ | {"PYTHONPATH": str(ROOT / "site")}
        command = self.commands()[part]
        self.children[part] = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=self.log, stderr=self.log, start_new_session=True
        )

    def start_all(self) -> None:
        for part in PARTS:
            self.start(part)

    def stop_all(self) -> None:
        for child in self.children.values():
            os.killpg(child.pid, signal.SIGTERM)
        for child in self.children.values():
            child.wait(60)

    def wait_until_answering(self) -> None:
        for _try in range(600):
            try:
                return ask(self.port, "GET", "/-/live")
            except (OSError, HTTPException):
                time.sleep(0.2)
        raise SystemExit("the server did not start")

    def kill_some(self, kills: int) -> None:
        """Kill one part after the other, whole process groups at once, and start it again."""
        for number in range(kills):
            if self.enough.wait(self.draw.uniform(0.3, 3)):
                return
            part = PARTS[number % len(PARTS)]
            os.killpg(self.children[part].pid, signal.SIGKILL)
            self.children[part].wait()
            self.killed[part] += 1
            self.start(part)


def make_keeper() -> None:
    """Make one person of safeguarding, who gets a letter about each story."""
    from django.contrib.auth.models import Group  # noqa: PLC0415

    from workflows.people.enums import Role  # noqa: PLC0415
    from workflows.people.models import User  # noqa: PLC0415

    person = User.objects.create(email="keeper@example.org", first_name="Keeper")
    person.groups.add(Group.objects.get(name=Role.SAFEGUARDING))


def session_of(case) -> str:
    """Return the key of an author's open session on a draft."""
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from stories.sessions import KEYS  # noqa: PLC0415

    session = SessionStore()
    session.update({KEYS[0]: str(case), KEYS[1]: int(time.time()) + LONGEST})
    session.create()
    return session.session_key


def ask(port: int, method: str, path: str, *, session: str = "", **fields) -> tuple[int, str]:
    """Send one request. Returns the status and where it leads."""
    from django.conf import settings  # noqa: PLC0415

    cookies = f"{settings.CSRF_COOKIE_NAME}={TOKEN}; {settings.SESSION_COOKIE_NAME}={session}"
    headers = {"Host": "localhost", "Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, urlencode(fields | {"csrfmiddlewaretoken": TOKEN}), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location", "")
    finally:
        connection.close()


def send(port: int, session: str, until: float) -> tuple[bool, float]:
    """Press "Send" until the page that says "sent" is there. Returns whether it came, and the seconds of its press."""
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            status, to = ask(port, "POST", "/en/share/ten-words/", session=session, do="send")
        except (OSError, HTTPException) as error:
            AGAIN[type(error).__name__] += 1
            time.sleep(0.3)
            continue
        if status == 302 and to.endswith("/share/sent/"):
            return True, time.monotonic() - began
        AGAIN[f"{status} {to}"] += 1
        time.sleep(0.3)
    return False, LONGEST


def wait_for_letters(until: float) -> None:
    """Wait until every letter is sent; one whose sender was killed is taken up again when its pause is over."""
    from workflows.privacy.models import Letter  # noqa: PLC0415

    while Letter.objects.filter(sent_at=None).exists() and time.monotonic() < until:
        time.sleep(1)


def check(outcomes, mail: Path) -> list[str]:
    """Return what is not as it must be: a story lost, one twice, a consent, a letter or a mail too many or too few."""
    from stories.enums import State  # noqa: PLC0415
    from stories.models import Submission  # noqa: PLC0415
    from workflows.people.models import AgeMark  # noqa: PLC0415
    from workflows.privacy.enums import AT_SENDING  # noqa: PLC0415
    from workflows.privacy.models import Consent, Letter  # noqa: PLC0415

    sent = sum(known for known, _seconds in outcomes)
    mails = (
        sum(path.read_text(errors="replace").count("Message-ID:") for path in mail.glob("*")) if mail.exists() else 0
    )
    facts = {
        "acknowledged": (sent, len(outcomes)),
        "stories sent": (Submission.objects.filter(state=State.SENT).count(), sent),
        "age marks": (AgeMark.objects.count(), sent),
        "consents": (Consent.objects.count(), sent * len(AT_SENDING)),
        "letters": (Letter.objects.count(), sent),
        "letters sent": (Letter.objects.exclude(sent_at=None).count(), sent),
        "mails": (mails, sent),
    }
    return [f"{name}: {found}, not {due}" for name, (found, due) in facts.items() if found != due]


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*(given or (STORIES, KILLS))))
