"""How often a network tried something lately."""

import datetime

from django.db import DatabaseError, models, transaction
from django.utils import timezone

LIMITS = {  # kind: how many, in how many minutes
    "code": (10, 15),
    "draft": (30, 60),
    "claim": (5, 60),
    "complaint": (20, 60),
    "report": (20, 60),
}
SLOWED = frozenset(
    {"draft", "complaint", "report"}
)  # not refused beyond the limit, only asked to wait, longer each time
FIRST_WAIT, LONGEST_WAIT = 10, 300  # seconds
BROKEN = datetime.timedelta(minutes=1)  # how long codes wait when nothing can be counted
KEPT = datetime.timedelta(hours=2)


class TooMany(Exception):
    """A network tried too often, or nobody can count. `again_at` says when it may try again."""

    def __init__(self, again_at: datetime.datetime):
        super().__init__()
        self.again_at = again_at


class AttemptQuerySet(models.QuerySet):
    def note(self, kind: str, network: str) -> "Attempt | None":
        """Write one attempt down, forget old ones, and raise TooMany when it was one too many.

        Where it can't be written, a code fails closed and a story still goes: the answer is TooMany, or None.
        """
        try:
            return self._note(kind, network)
        except DatabaseError as error:
            if kind in SLOWED:
                return None
            raise TooMany(timezone.now() + BROKEN) from error

    def _note(self, kind, network):
        """It is written before it is counted, so that many at once do not slip through together."""
        allowed, minutes = LIMITS[kind]
        now = timezone.now()
        window = datetime.timedelta(minutes=minutes)
        with transaction.atomic():
            self.filter(at__lt=now - KEPT).delete()
            attempt = self.create(kind=kind, network=network, at=now)
            others = self.filter(kind=kind, network=network, at__gt=now - window).exclude(pk=attempt.pk)
            recent = sorted(others.values_list("at", flat=True))
            again_at = _again_at(kind, recent, allowed, window)
            if again_at and again_at > now:
                attempt.delete()
        if again_at and again_at > now:
            raise TooMany(again_at)
        return attempt


def _again_at(kind, recent, allowed, window) -> datetime.datetime | None:
    """Return from when on one more may try, given the earlier attempts in the window, or None for at once."""
    over = len(recent) - allowed
    if over < 0:
        return None
    if kind in SLOWED:
        return recent[-1] + datetime.timedelta(seconds=min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT))
    return recent[0] + window


class Attempt(models.Model):
    """One try: what for, from which network, when. Gone within hours."""

    kind = models.CharField(max_length=10)
    network = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = AttemptQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "network", "at"], name="attempts_lately")]
