"""When people read, and whether somebody does now, in plain words."""

import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from .sharing import Sharing

LOOKS_AHEAD = 400  # days
STEP = 300  # seconds
Shifts = list[tuple[datetime.datetime, datetime.datetime]] | None  # from, until; None where no rota is kept


class There(NamedTuple):
    """Two sentences: when people read, and whether somebody reads now."""

    hours: str
    now: str


def people_there(sharing: Sharing, moment: datetime.datetime | None = None, shifts: Shifts = None) -> There:
    """Return both sentences, for now if no moment is given; by the shifts to come as well, where a rota is kept."""
    here = timezone.localtime(moment)
    clock = {"from": _clock(sharing.reads_from), "until": _clock(sharing.reads_until)}
    if sharing.reads_weekends:
        hours = _("People read stories every day, %(from)s to %(until)s.") % clock
    else:
        hours = _("People read stories Monday to Friday, %(from)s to %(until)s.") % clock
    if sharing.is_open_at(here) and _is_named(shifts, here):
        return There(hours, _("Someone is reading today until %(until)s.") % clock)
    return There(hours, f"{_('Nobody is reading right now.')} {_back(sharing, here, shifts)}")


def _is_named(shifts, here: datetime.datetime) -> bool:
    """Tell whether the rota names somebody at a moment; where none is kept, the hours alone say it."""
    return shifts is None or any(starts_at <= here for starts_at, _ends_at in shifts)


def _next(sharing: Sharing, here: datetime.datetime, shifts) -> datetime.datetime | None:
    """Return the first moment after this one at which people read, and somebody is named where a rota is kept."""
    for number in range(LOOKS_AHEAD):
        day = here.date() + datetime.timedelta(days=number)
        if not sharing.is_open_on(day):
            continue
        opens, shuts = (
            datetime.datetime.combine(day, at, here.tzinfo) for at in (sharing.reads_from, sharing.reads_until)
        )
        starts = [opens] if shifts is None else [max(opens, a) for a, b in shifts if a < shuts and b > opens]
        coming = [moment for moment in starts if moment > here]
        if coming:
            return timezone.localtime(min(coming))
    return None


def _back(sharing: Sharing, here: datetime.datetime, shifts) -> str:
    """Return when somebody reads again: today, tomorrow, or the day itself."""
    back = _next(sharing, here, shifts)
    if back is None:
        return _("We don’t know yet when someone is back.")
    day, today = back.date(), here.date()
    at = {"time": _clock(back.time()), "day": date_format(day, "l j F")}
    if day == today:
        return _("Someone is back today at %(time)s.") % at
    if day - today == datetime.timedelta(days=1):
        return _("Someone is back tomorrow at %(time)s.") % at
    return _("Someone is back on %(day)s at %(time)s.") % at


def read_by(sharing: Sharing, moment: datetime.datetime | None = None) -> str:
    """Return by when somebody has opened what is urgent, as people say it: before the reading day ends."""
    here = timezone.localtime(moment)
    day = today = here.date()
    if here.time() >= sharing.reads_until:
        day += datetime.timedelta(days=1)
    while not sharing.is_open_on(day):
        day += datetime.timedelta(days=1)
    return _by(day, sharing.reads_until, today)


def read_on_duty(due: datetime.datetime | None, moment: datetime.datetime | None = None) -> str:
    """Return by when somebody has opened what is urgent, as people say it, where a rota says by when.

    Said in steps of five minutes, the later one. Where nobody is named to come, that is the truth.
    """
    if due is None:
        return _("as soon as somebody is there")
    due = timezone.localtime(due)
    due += datetime.timedelta(seconds=-(due.minute * 60 + due.second) % STEP)
    return _by(due.date(), due.time(), timezone.localtime(moment).date())


def _by(day: datetime.date, time: datetime.time, today: datetime.date) -> str:
    at = {"time": _clock(time), "day": date_format(day, "l j F")}
    if day == today:
        return _("today, by %(time)s") % at
    if day - today == datetime.timedelta(days=1):
        return _("tomorrow, by %(time)s") % at
    return _("on %(day)s, by %(time)s") % at


def _clock(time: datetime.time) -> str:
    """Return a time as people say it: 9am, 9:30am; in other languages as their formats say."""
    # Translators: two forms of Django's date format, for 9am and 9:30am. Use G:i for both where people say 9:00.
    return time_format(time, _("g:iA") if time.minute else _("gA")).lower()
