"""What sharing costs, on a database of its own: each step, the whole way, and eight who send while eight read."""

import multiprocessing
import os
import statistics
import time

from bench.__main__ import cost, weight
from bench.throwaway import start_django, throwaway

QUERIES, CPU_MS, WAY = 6, 30, 150_000  # a step's budget, and the bytes of a first walk through all of them
SENDERS = READERS = 8
STORIES, A_SECOND, P99_S = 40, 35, 1.5  # stories of each sender; the budget for all of them together
STEPS = ("", "what-happens/", "age/", "words/", "name/", "contact/", "consent/", "check/", "ten-words/")


def main() -> None:
    """Make a database, measure, and throw it away."""
    with throwaway():
        print_steps()
        print_crowd()


def print_steps() -> None:
    """Print a row for each step, and the bytes of all of them on a first visit."""
    client, seen, total = writer(), set(), 0
    print(f"\n{'step':<16}{'status':>7}{'queries':>9}{'budget':>8}{'cpu ms':>8}{'budget':>8}")
    for step in STEPS:
        path = f"/en/share/{step}"
        status, queries, cpu = cost(client, path) if step else (client.get(path).status_code, 0, 0.0)
        print(f"{step or 'share/':<16}{status:>7}{queries:>9}{QUERIES:>8}{cpu:>8.1f}{CPU_MS:>8}")
        total += weight(client.get(path).content, seen)
        if not step:
            client = writer()  # the front page shuts what was open
    print(f"the whole way, first visit: {total} bytes of {WAY}")


def writer():
    """Return a browser in the middle of a draft that lacks nothing but sending."""
    from django.test import Client  # noqa: PLC0415

    from stories.sessions import KEYS  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    session = client.session
    session.update({KEYS[0]: str(ready_draft()), KEYS[1]: int(time.time())})
    session.save()
    return client


def ready_draft():
    """Return the case of a draft that lacks nothing but sending."""
    from stories.enums import Appear, Reach  # noqa: PLC0415
    from stories.sending import save_answers, show_code, start_draft  # noqa: PLC0415
    from workflows.people.enums import Band  # noqa: PLC0415
    from workflows.privacy.enums import AT_SENDING  # noqa: PLC0415
    from workflows.privacy.models import ConsentWording  # noqa: PLC0415

    case = start_draft(band=Band.B16_17, language="en").case
    wordings = ConsentWording.objects.filter(language="en")
    ticked = {use.value: wordings.filter(use=use).latest("version").pk for use in AT_SENDING}
    text = "\n\n".join(["Then my friend asked twice, and I said how it was."] * 40)
    save_answers(
        case=case, headline="A story", words=text, appear=Appear.ANONYMOUS, reach=Reach.NONE, contact={}, ticked=ticked
    )
    show_code(case=case)
    return case


def print_crowd() -> None:
    """Let eight send while eight read, each a process; print how many a second, how long the slowest, and failures."""
    busy = os.getloadavg()[0]
    drafts = [[ready_draft() for _i in range(STORIES + 1)] for _number in range(SENDERS)]
    context = multiprocessing.get_context("spawn")
    ready, answers = context.Barrier(SENDERS + READERS + 1), context.Queue()
    readers = [context.Process(target=read_on, args=(ready,), daemon=True) for _i in range(READERS)]
    senders = [context.Process(target=send_all, args=(ready, answers, mine), daemon=True) for mine in drafts]
    for process in (*readers, *senders):
        process.start()
    ready.wait(timeout=300)
    started = time.monotonic()
    times = [seconds for _sender in senders for seconds in answers.get(timeout=300)]
    seconds = time.monotonic() - started
    for process in (*readers, *senders):
        process.kill()
    kept = [one for one in times if one is not None]
    p99 = statistics.quantiles(kept, n=100)[98]
    print(f"load of the machine before and after: {busy:.1f}, {os.getloadavg()[0]:.1f}")
    print(
        f"{SENDERS} send, {READERS} read: {len(kept) / seconds:.1f} a second (≥ {A_SECOND}), "
        f"p99 {p99:.2f} s (≤ {P99_S}), failed {len(times) - len(kept)} (0)"
    )


def send_all(ready, answers, cases) -> None:
    """Send each draft once everybody is there. Answers how long each took in seconds, None for one that failed."""
    start_django()
    from django.db import OperationalError  # noqa: PLC0415

    from stories.sending import send_story  # noqa: PLC0415
    from workflows.privacy.casekeys import keys_held  # noqa: PLC0415

    send_story(case=cases.pop())  # a server is warm
    ready.wait(timeout=300)
    times: list[float | None] = []
    for case in cases:
        began = time.monotonic()
        try:
            with keys_held():  # as in a request
                send_story(case=case)
        except OperationalError:
            times.append(None)
        else:
            times.append(time.monotonic() - began)
    answers.put(times)


def read_on(ready) -> None:
    """Read the list of stories until ended from outside."""
    start_django()
    from django.test import Client  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.get("/en/stories/")
    ready.wait(timeout=300)
    while True:
        client.get("/en/stories/")


if __name__ == "__main__":
    main()
