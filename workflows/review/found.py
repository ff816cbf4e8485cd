"""What readers found by the policy's questions, for the staff who go on from there: points and lines, no names."""

import datetime
from typing import NamedTuple
from uuid import UUID

from .models import Findings


class Found(NamedTuple):
    """One question with what one reader found there."""

    title: str
    points: list[str]
    line: str


def found_by_readers(case: UUID, since: datetime.datetime | None = None) -> list[Found]:
    """Return what was found in a case, in the order of the questions; since a round began, if that is given."""
    rows = Findings.objects.filter(case=case).select_related("policy").order_by("vote__cast_at")
    rows = list(rows.filter(vote__cast_at__gte=since) if since else rows)
    found = [(place, _told(asked, row.found[asked.key])) for row in rows for place, asked in _asked(row)]
    return [told for _place, told in sorted(found, key=lambda pair: pair[0])]


def _asked(row):
    return [(place, asked) for place, asked in enumerate(row.policy.questions) if asked.key in row.found]


def _told(asked, one) -> Found:
    return Found(asked.title, [text for name, text in asked.points if name in one["points"]], one["line"])
