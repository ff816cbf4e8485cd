"""Of the actions layer: whether new stories are taken, why not and until when; pausing them and opening again."""

import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.people.models import User
from workflows.safeguarding.duty import gap_now
from workflows.safeguarding.rota import Rota

from .enums import Kept, State, Why
from .pausing import Pause
from .readiness import is_ready
from .retention import Retention
from .rules import can_pause_new
from .submission import Submission, draft_ends

READY_KEY, READY_FOR = "share-is-ready", 60  # seconds: what an administrator set right opens the door within them


class Closed(NamedTuple):
    """Why no new stories are taken, until which day if anybody knows, and the staff's own line."""

    why: Why
    until: datetime.date | None = None
    message: str = ""


class NotNow(Exception):
    """No new stories are taken. `closed` says why; nothing of the story was changed."""

    def __init__(self, closed: Closed):
        super().__init__()
        self.closed = closed


def closed_now(request=None) -> Closed | None:
    """Return why no new stories are taken, or None while they are. A request reads the rota’s rules but once."""
    if settings.SHARE_NEEDS_CHECKS and not cache.get_or_set(READY_KEY, is_ready, READY_FOR):
        return Closed(Why.NOT_OPEN)
    pause = Pause.objects.standing().first()
    if pause:
        return Closed(Why.PAUSED, pause.reopens_on, pause.message)
    rota = Rota.load(request)
    gap = gap_now(rota) if rota.kept and rota.pauses else None
    if gap:
        return Closed(Why.NOBODY, gap.ends_at and timezone.localdate(gap.ends_at))
    return None


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
