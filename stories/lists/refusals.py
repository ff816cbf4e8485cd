"""Stories we did not publish, by the age of their authors: quarters that are over, and never a number under five."""

import datetime
from collections import Counter

from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from stories.enums import State
from stories.submission import Submission
from workflows.people.enums import Band, Role
from workflows.privacy.small_numbers import with_total

from .base import StoriesList

QUARTERS = 8
BANDS = (Band.B13_15, Band.B16_17, Band.ADULT)


class RefusalsReport(StoriesList):
    page_title = _("Stories we did not publish")
    about = _(
        "By the author’s age, for quarters that are over. Fewer than five are not told, the others in steps of five, "
        "and a total only where it tells no small number. A story that has been erased is not counted any more."
    )
    name = "refusals"
    header_icon = "cross"
    roles = (Role.SAFEGUARDING, Role.ADMINISTRATOR)
    columns = (
        Column("quarter", label=_("Quarter")),
        *[Column(band.value, label=band.label) for band in BANDS],
        Column("total", label=_("Together")),
    )
    list_export = ("quarter", *[band.value for band in BANDS], "total")
    export_headings = {"quarter": _("Quarter"), "total": _("Together")} | {band.value: band.label for band in BANDS}
    export_filename = "stories-we-did-not-publish"

    def get_queryset(self):
        return refusals_by_quarter()


def refusals_by_quarter(today: datetime.date | None = None) -> list[dict]:
    """Return a row for each of the last quarters, the newest first. The running one would tell one by one."""
    ends = _first_day(today or timezone.localdate())
    begins = _back(ends, QUARTERS)
    found = Submission.objects.filter(state=State.DECLINED, declined_at__date__gte=begins, declined_at__date__lt=ends)
    counted: dict[datetime.date, Counter] = {}
    for at, band in found.values_list("declined_at", "band"):
        counted.setdefault(_first_day(timezone.localdate(at)), Counter())[band] += 1
    return [_row(_back(ends, n), counted) for n in range(1, QUARTERS + 1)]


def _row(first: datetime.date, counted: dict) -> dict:
    numbers = counted.get(first, Counter())
    title = now("%(year)s, quarter %(number)s") % {"year": first.year, "number": (first.month + 2) // 3}
    return {"quarter": title} | with_total({band.value: numbers[band.value] for band in BANDS})


def _first_day(day: datetime.date) -> datetime.date:
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _back(first: datetime.date, quarters: int) -> datetime.date:
    months = first.year * 12 + first.month - 1 - 3 * quarters
    return datetime.date(months // 12, months % 12 + 1, 1)
