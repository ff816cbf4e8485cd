"""How often somebody tried to sign in lately. What others try never keeps anybody out of their own account.

Kept are keyed hashes of today: of an account, a network, a browser. Beyond the free tries there is a wait, longer each
time and never longer than its limit; nothing is locked. A browser somebody has signed in with before counts by itself.
"""

import datetime
import unicodedata
from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from workflows.privacy.keyring import load_ring
from workflows.privacy.networks import network_of

from .known import browser_of

WINDOW = datetime.timedelta(minutes=15)
KEPT = datetime.timedelta(hours=2)
FIRST_WAIT = 10  # seconds, then twice as long with each try
LIMITS = {  # of what: free tries within the window, and the longest wait in seconds
    "pair": (5, 300),  # one account from one network
    "browser": (10, 300),  # one account from a browser that knows it
    "network": (30, 60),  # one network, whatever the account
}
PRESSED = 20  # so many tries at one account from everywhere: from then on each network has only PRESSED_FREE
PRESSED_FREE = 2
OWN = ("pair", "browser")
CODES = (20, 300)  # codes of one account from everywhere: whoever guesses those has the password


class MustWait(Exception):
    """Too many tries. `seconds` says how long until the next."""

    def __init__(self, seconds: int):
        super().__init__()
        self.seconds = seconds


class SignInTry(models.Model):
    """One try to sign in that did not succeed, or not yet. Gone within hours."""

    what = models.CharField(max_length=10, choices=[(name, name) for name in ("pair", "browser", "network", "account")])
    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["key", "at"], name="tries_lately")]


@dataclass(frozen=True)
class Tries:
    """One try, written down before it is known whether it is right."""

    rows: tuple[SignInTry, ...]

    def forgive(self) -> None:
        """Take the try back: it was right, or it was never made."""
        SignInTry.objects.filter(pk__in=[row.pk for row in self.rows]).delete()

    def succeed(self) -> None:
        """Take it back, with the earlier ones at this account from this network or browser: it was their owner.

        What counts for a whole network, or for an account from everywhere, stays: else whoever guesses could reset it
        by signing in to an account of their own, or wait for its owner to do so.
        """
        self.forgive()
        own = [row.key for row in self.rows if row.what in OWN]
        SignInTry.objects.filter(key__in=own).delete()


def begin_try(request, account: str, *, kind: str = "password") -> Tries:
    """Write a try down before what was typed is looked at. Raises MustWait when it is one too many.

    `account` is what was typed, known here or not: every way of writing one address counts as one. Many at once do
    not slip through together, since each is written before it is counted.
    """
    SignInTry.objects.filter(at__lt=timezone.now() - KEPT).delete()
    name = f"{kind} {unicodedata.normalize('NFKC', account).strip().casefold()}"
    network, browser = network_of(request), browser_of(request, account)
    if browser:
        keys = {"browser": f"{name} {browser}"}
    else:
        keys = {"pair": f"{name} {network}", "account": name, "network": network}
    if not account:
        keys = {"network": network}
    tries = Tries(tuple(SignInTry.objects.create(what=what, key=_today(key)) for what, key in keys.items()))
    wait = max(_wait(row, tries, kind) for row in tries.rows)
    if wait > 0:
        tries.forgive()
        raise MustWait(wait)
    return tries


def _today(key: str) -> str:
    return load_ring().fingerprint(f"sign in {timezone.localdate()}", key)


def _wait(row: SignInTry, tries: Tries, kind: str) -> int:
    """Return how many seconds one of the counts asks for, 0 for none."""
    if row.what == "account":
        return _seconds(row, *CODES) if kind == "code" else 0
    free, longest = LIMITS[row.what]
    if row.what == "pair" and any(_earlier(other).count() > PRESSED for other in tries.rows if other.what == "account"):
        free = PRESSED_FREE
    return _seconds(row, free, longest)


def _earlier(row: SignInTry) -> models.QuerySet:
    return SignInTry.objects.filter(key=row.key, at__gt=row.at - WINDOW, pk__lt=row.pk)


def _seconds(row: SignInTry, free: int, longest: int) -> int:
    earlier = sorted(_earlier(row).values_list("at", flat=True))
    over = len(earlier) - free
    if over < 0:
        return 0
    until = earlier[-1] + datetime.timedelta(seconds=min(FIRST_WAIT * 2 ** min(over, 10), longest))
    return max(0, round((until - row.at).total_seconds()))
