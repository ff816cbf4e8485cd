"""Whether new stories are taken, and if not, why and until when."""

import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from workflows.safeguarding.duty import gap_now
from workflows.safeguarding.rota import Rota

from .enums import Why
from .pausing import Pause
from .readiness import is_ready

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
