"""What is told to a champion of the stories they read to the end."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from workflows.safeguarding.frozen import frozen_cases

from .enums import Outcome, ReadingState, Verdict
from .models import Reading
from .outcomes import open_pages
from .waiting import about, pages_of


@dataclass(frozen=True)
class Read:
    """A story somebody read, as plain values; `is_here` is false for one of which only the month is told."""

    case: UUID
    day: datetime.date
    is_here: bool
    minutes: int = 0
    language: str = ""
    verdict: str = ""
    published: bool = False
    href: str = ""  # while anybody may read it


def readings_done(person) -> QuerySet[Reading]:
    """Return the readings that came to a vote, the latest first."""
    done = Reading.objects.for_reader(person).filter(state=ReadingState.DONE)
    return done.select_related("vote").order_by("-ended_at", "pk")


def told(readings) -> list[Read]:
    """Return what is told of each: nothing but its month where it was erased or is paused. Few queries."""
    readings = list(readings)
    cases = [reading.case for reading in readings]
    frozen = set(frozen_cases().filter(case__in=cases).values_list("case", flat=True))
    pages = {case: page for case, page in pages_of(cases).items() if case not in frozen}
    addresses = open_pages(pages)
    return [_told(reading, pages.get(reading.case), addresses.get(reading.case, "")) for reading in readings]


def _told(reading, page, href: str) -> Read:
    day = timezone.localdate(reading.ended_at)
    vote = getattr(reading, "vote", None)
    if page is None or vote is None:
        return Read(reading.case, day, is_here=False)
    minutes, language = about(page)
    published = reading.outcome == Outcome.PUBLISHED
    verdict = str(Verdict(vote.verdict).label)
    return Read(reading.case, day, True, minutes, language, verdict, published, href if published else "")
