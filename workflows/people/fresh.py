"""How lately somebody showed that it is them, and by what; kept in their session."""

import time

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from django.conf import settings

SECOND = "mfa"  # what allauth calls every second step, a passkey alone included


def showed_second_step(request, person) -> bool:
    """Tell whether this session began, or went on, with a second step. The database is not asked."""
    return any(record["method"] == SECOND for record in get_authentication_records(request, person))


def lacks_second_step(request, person) -> bool:
    """Tell whether somebody is only half in: the password was right, and a second step is required and not shown."""
    return settings.SECOND_STEP_REQUIRED and person.is_authenticated and not showed_second_step(request, person)


def note_second_step(request, person) -> None:
    """Write down that somebody has just set up a second step: that is as good as using it."""
    record_authentication(request, person, SECOND)


def forget_second_step(request) -> None:
    """Forget it when the last one is gone: then the next is set up before anything else."""
    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [row for row in records if row["method"] != SECOND]


def is_fresh(request) -> bool:
    """Tell whether somebody showed within FRESH_MINUTES that it is them: by the second step if they use one.

    With FRESH_MINUTES = 0 nobody is asked; production refuses that.
    """
    if not settings.FRESH_MINUTES:
        return True
    records = get_authentication_records(request, request.user)
    if any(record["method"] == SECOND for record in records):
        records = [record for record in records if record["method"] == SECOND]
    return bool(records) and time.time() - records[-1]["at"] < settings.FRESH_MINUTES * 60
