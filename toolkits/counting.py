"""Downloads in numbers, for those who publish a pack: each day, each release, each file. No person is in them."""

import datetime

from django.db.models import Sum
from django.utils import timezone

from .models import DownloadCount

DAYS = 30
WIDTH, HEIGHT, BAR, GAP = 600, 120, 16, 4
TOP = 20  # room for the number


def chart_of(pack) -> dict:
    """Return the last 30 days as bars; one query."""
    today = timezone.localdate()
    first = today - datetime.timedelta(days=DAYS - 1)
    counts = DownloadCount.objects.filter(release__pack=pack, day__gte=first)
    numbers = dict(counts.order_by("day").values_list("day").annotate(Sum("number")))
    most = max([*numbers.values(), 1])
    bars = []
    for place in range(DAYS):
        day = first + datetime.timedelta(days=place)
        number = numbers.get(day, 0)
        height = round((HEIGHT - TOP) * number / most)
        bars.append({"day": day, "number": number, "x": place * (BAR + GAP), "y": HEIGHT - height, "height": height})
    return {"width": WIDTH, "height": HEIGHT, "bar": BAR, "bars": bars, "most": most}


def files_of(pack) -> list[dict]:
    """Return each release's files with how often each was downloaded, the newest release first; one query."""
    counts = DownloadCount.objects.filter(release__pack=pack)
    found = counts.values("release__number", "file").annotate(total=Sum("number"))
    return list(found.order_by("-release__asked_at", "-release", "-total", "file"))
