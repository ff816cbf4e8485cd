"""How many days each step of the road may take, as Settings → Workflows says today."""

from django.db.models import IntegerField, Value

from .models import ChampionReviewTask, PrepareTask, PublishTask

OURS = (ChampionReviewTask, PrepareTask, PublishTask)  # the author's own step has no pressure, so it is no promise


def days_allowed() -> dict[type, int]:
    """Return days by kind of step, in one query. A kind that is switched off takes none."""
    numbered = [
        kind.objects.filter(active=True)
        .annotate(number=Value(number, output_field=IntegerField()))
        .values_list("number", "days")
        for number, kind in enumerate(OURS)
    ]
    found = numbered[0].union(*numbered[1:], all=True)
    return dict.fromkeys(OURS, 0) | {OURS[number]: days for number, days in found}
