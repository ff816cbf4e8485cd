"""Who is on, when somebody is next, and from when on nobody is for too long."""

import datetime
from typing import NamedTuple

from django.utils import timezone

from .rota import Rota
from .shifts import Shift


class Gap(NamedTuple):
    """A time for which nobody is on. Its end is None where no shift follows."""

    starts_at: datetime.datetime
    ends_at: datetime.datetime | None


def is_somebody_on(moment: datetime.datetime | None = None) -> bool:
    """Tell whether somebody of safeguarding is on, now if no moment is given."""
    return Shift.objects.manned().at(moment or timezone.now()).exists()


def shifts_from(moment: datetime.datetime) -> list[tuple[datetime.datetime, datetime.datetime]]:
    """Return (from, until) of every shift that ends after a moment and that somebody is there for, in order."""
    coming = Shift.objects.manned().filter(ends_at__gt=moment).order_by("starts_at", "ends_at")
    return list(coming.values_list("starts_at", "ends_at"))


def opened_by(moment: datetime.datetime) -> datetime.datetime | None:
    """Return by when a worry of this moment is opened, as the rota says, or None where nobody is named to come.

    That is within the minutes of the shift that runs, or of the next one, if somebody is on then as well. Where the
    lead of a shift works here no more, its deputy or cover does it.
    """
    coming = Shift.objects.manned().filter(ends_at__gt=moment).order_by("starts_at", "ends_at")
    shifts = list(coming.values_list("starts_at", "ends_at", "open_within"))
    found = [max(moment, starts_at) + datetime.timedelta(minutes=within) for starts_at, _ends_at, within in shifts]
    kept = [due for due in found if any(starts_at <= due <= ends_at for starts_at, ends_at, _within in shifts)]
    return min(kept or found, default=None)


def gap_ahead(rota: Rota, moment: datetime.datetime | None = None) -> Gap | None:
    """Return the first gap in the days to come that is longer than may be, or None."""
    here = moment or timezone.now()
    horizon = here + datetime.timedelta(days=rota.looks_ahead_days)
    for starts_at, ends_at in shifts_from(here):
        if starts_at - here > rota.longest_gap:
            return Gap(here, starts_at)
        here = max(here, ends_at)
        if here > horizon:
            return None
    return Gap(here, None)


def gap_now(rota: Rota, moment: datetime.datetime | None = None) -> Gap | None:
    """Return the gap that we are in, if it is longer than may be from here on, or None."""
    moment = moment or timezone.now()
    found = gap_ahead(rota, moment)
    return found if found and found.starts_at == moment else None
