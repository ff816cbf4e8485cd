"""What safeguarding's lists take with ten thousand cases, in a database of its own that is thrown away.

Filling takes minutes, so it is run by hand: `.venv/bin/python -m bench.safeguarding`. Fails above the bounds.
"""

import sys
import time
import uuid

from bench.throwaway import throwaway

CASES, WAITING, OPEN, ENTRIES = 10_000, 400, 50, 30
MOST_QUERIES, MOST_MS = 12, 1_500


def main() -> int:
    """Fill a database, ask for each page twice, and print what the second time took. Returns the exit code."""
    with throwaway():
        return measure()


def measure() -> int:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    case = fill()
    client, slow = Client(SERVER_NAME="localhost"), 0
    client.force_login(keeper())
    for path in ("intake/", f"concerns/{case}/", "reports/", "new-stories/"):
        client.get(f"/en/desk/{path}")
        with CaptureQueriesContext(connection) as asked:
            began = time.perf_counter()
            status = client.get(f"/en/desk/{path}").status_code
            taken = 1_000 * (time.perf_counter() - began)
        slow += status != 200 or len(asked) > MOST_QUERIES or taken > MOST_MS
        print(f"{path.split('/')[0]:<12} {status}  {len(asked):>3} queries  {taken:7.0f} ms")
    return int(slow > 0)


def fill() -> uuid.UUID:
    """Make so many cases, most of them decided, and a worry with a long record. Returns that worry's case."""
    from django.db import transaction  # noqa: PLC0415

    from stories.enums import State  # noqa: PLC0415
    from tests.factories import make_submission  # noqa: PLC0415
    from workflows.safeguarding.actions import raise_concern  # noqa: PLC0415
    from workflows.safeguarding.enums import RaisedBy, Wrong  # noqa: PLC0415
    from workflows.safeguarding.models import ConcernEntry, PageReport  # noqa: PLC0415
    from workflows.safeguarding.reporting import report_page  # noqa: PLC0415

    with transaction.atomic():
        waiting = [make_submission().case for _number in range(WAITING)]
        for _number in range(CASES - WAITING):
            make_submission(state=State.ACCEPTED)
        for case in waiting[:OPEN]:
            raise_concern(case=case, raised_by=RaisedBy.STAFF, text="x")
        for _number in range(ENTRIES):
            ConcernEntry.objects.create(case=waiting[0], person=keeper(), answers={"nature": "x" * 500})
    for number in range(OPEN):
        report_page(page=f"/{number}/", wrong=Wrong.OTHER, text="x", address="", language="en")
    assert PageReport.objects.count() == OPEN
    return waiting[0]


def keeper():
    """Return the one person of safeguarding."""
    from tests.factories import make_person  # noqa: PLC0415
    from workflows.people.enums import Role  # noqa: PLC0415
    from workflows.people.models import User  # noqa: PLC0415

    return User.objects.in_role(Role.SAFEGUARDING).first() or make_person(Role.SAFEGUARDING)


if __name__ == "__main__":
    sys.exit(main())
