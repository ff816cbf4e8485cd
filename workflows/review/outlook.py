"""How many days each step of the road may take, as Settings → Workflows says today."""

from django.db.models import IntegerField, Value

from home.pagecache.remembered import remembered

from .models import ChampionReviewTask, PrepareTask, PublishTask

OURS = (ChampionReviewTask, PrepareTask, PublishTask)  # the author's own step has no pressure, so it is no promise


def days_allowed() -> dict[type, int]:
    """Return days by kind of step; remembered until a setting changes. A kind that is switched off takes none."""
    days = remembered("days-allowed", _days)
    return dict(zip(OURS, days, strict=True))


def _days() -> list[int]:
    numbered = [
        kind.objects.filter(active=True)
        .annotate(number=Value(number, output_field=IntegerField()))
        .values_list("number", "days")
        for number, kind in enumerate(OURS)
    ]
    found = numbered[0].union(*numbered[1:], all=True)
    days = dict(found)
    return [days.get(number, 0) for number in range(len(OURS))]
