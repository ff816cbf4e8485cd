"""How often a network tried something lately. A network is a keyed hash of today; no address is ever stored."""

import datetime
import ipaddress

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from workflows.privacy.keyring import load_ring

LIMITS = {  # kind: how many, in how many minutes
    "code": (10, 15),
    "draft": (30, 60),
    "claim": (5, 60),
}
KEPT = datetime.timedelta(hours=2)


class TooMany(Exception):
    """A network tried too often. `again_at` says when it may try again."""

    def __init__(self, again_at: datetime.datetime):
        super().__init__()
        self.again_at = again_at


class AttemptQuerySet(models.QuerySet):
    def note(self, kind: str, network: str) -> "Attempt":
        """Write one attempt down, forget old ones, and raise TooMany when it was one too many.

        It is written before it is counted, so that many at once do not slip through together.
        """
        allowed, minutes = LIMITS[kind]
        now = timezone.now()
        window = datetime.timedelta(minutes=minutes)
        with transaction.atomic():
            self.filter(at__lt=now - KEPT).delete()
            attempt = self.create(kind=kind, network=network, at=now)
            recent = list(self.filter(kind=kind, network=network, at__gt=now - window).values_list("at", flat=True))
            if len(recent) > allowed:
                attempt.delete()
        if len(recent) > allowed:
            raise TooMany(min(recent) + window)
        return attempt


class Attempt(models.Model):
    """One try: what for, from which network, when. Gone within hours."""

    kind = models.CharField(max_length=10)
    network = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = AttemptQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "network", "at"], name="attempts_lately")]


def network_of(request) -> str:
    """Return today's keyed hash of a visitor's network: the first 24 bits of an IPv4 address, 64 of an IPv6 one."""
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    if 0 < settings.PROXIES <= len(forwarded):
        address = forwarded[-settings.PROXIES]
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        prefix = "unknown"
    else:
        prefix = str(ipaddress.ip_network((known, 24 if known.version == 4 else 64), strict=False))
    return load_ring().fingerprint(f"network {timezone.localdate()}", prefix)
