"""Of the actions layer: pausing new stories, taking them again, and keeping every draft meanwhile."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.people.models import User

from .enums import Kept, State
from .opening import closed_now
from .pausing import Pause
from .retention import Retention
from .rules import can_pause_new
from .submission import Submission, draft_ends


def pause_new_stories(*, person: User, reopens_on: datetime.date, message: str = "") -> Pause:
    """Take no new stories until a day, and keep every draft until well after it. The same press twice is one pause.

    Raises PermissionDenied for whoever may not.
    """
    if not can_pause_new(person):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        standing = Pause.objects.standing().filter(reopens_on=reopens_on, message=message).first()
        if standing:
            return standing
        Pause.objects.standing().update(ended_at=timezone.now(), ended_by=person)
        pause = Pause.objects.create(reopens_on=reopens_on, message=message, begun_by=person)
        keep_drafts()
    return pause


def open_again(*, person: User) -> None:
    """Take new stories again, sooner than was said. Raises PermissionDenied for whoever may not."""
    if not can_pause_new(person):
        raise PermissionDenied
    Pause.objects.standing().update(ended_at=timezone.now(), ended_by=person)


def last_day_of_drafts() -> datetime.date:
    """Return until when a draft that is saved now is kept: a pause does not count."""
    ends_on, closed = draft_ends(Retention.objects.days(Kept.DRAFT)), closed_now()
    if closed and closed.until:
        return ends_on + max(closed.until - timezone.localdate(), datetime.timedelta(0))
    return ends_on


def keep_drafts() -> int:
    """While no new stories are taken, let no draft run out before its author could have sent it. Returns how many."""
    if closed_now() is None:
        return 0
    least = last_day_of_drafts()
    kept = Submission.objects.filter(state=State.DRAFT, expires_on__gte=timezone.localdate(), expires_on__lt=least)
    return kept.update(expires_on=least)
