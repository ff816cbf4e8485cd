"""Days on which an author does not want their page to come out. Part of the review's actions."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from .avoided import is_avoided
from .cases import lock_review, page_of, step_of
from .errors import Refused, Stale
from .models import DaysToAvoid
from .steps import take_day_off

MOST = 20


def avoid_days(*, case: UUID, first: datetime.date, last: datetime.date) -> DaysToAvoid:
    """Keep days free of publication, first and last included. A day that was set on one of them is taken off.

    The same days twice are kept once. Raises Refused for an end before the beginning, or too many entries.
    """
    if last < first:
        raise Refused(_("The last day must not be before the first."))
    days = {"first": first.isoformat(), "last": last.isoformat()}
    with transaction.atomic(durable=True):
        page = page_of(case)
        if page:
            lock_review(page)
        kept = list(DaysToAvoid.objects.filter(case=case))
        again = next((row for row in kept if row.days == days), None)
        if again:
            return again
        if len(kept) >= MOST:
            raise Refused(_("You gave many days already. Please take one off first."))
        row = DaysToAvoid.objects.create(case=case, days=days)
        step = step_of(case) if page else None
        if step and step.publish_on and is_avoided(case, step.publish_on):
            take_day_off(step)
    return row


def allow_days(*, case: UUID, pk: UUID) -> None:
    """Take days off the author's list. Raises Stale when they are not on it."""
    with transaction.atomic(durable=True):
        if not DaysToAvoid.objects.filter(case=case, pk=pk).delete()[0]:
            raise Stale
