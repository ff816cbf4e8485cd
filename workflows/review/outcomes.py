"""What became of a story, for those who read it: it was published, or its author chose not to go on. Never why."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists
from django.utils import timezone

from workflows.safeguarding.frozen import frozen_cases, is_frozen

from .enums import Outcome, ReadingState
from .models import Reading
from .waiting import pages_of

NEWS_FOR = datetime.timedelta(days=14)


@dataclass(frozen=True)
class News:
    """What became of one story, and where it can be read."""

    published: bool
    at: datetime.datetime
    href: str


def tell_readers(case: UUID, outcome: Outcome) -> None:
    """Note what became of a story for everyone who read it to the end, once. Nothing of a paused story is told.

    Who handed it back or stepped away hears nothing.
    """
    if not is_frozen(case):
        readings = Reading.objects.filter(case=case, state=ReadingState.DONE, outcome="")
        readings.update(outcome=outcome, outcome_at=timezone.now())


def news_for(person, *, since: datetime.datetime | None = None) -> list[News]:
    """Return the news of the last two weeks, or since a time, the newest first. Few queries, however many.

    A published page counts while it can be read: paused or taken down, it is no news to anybody.
    """
    since = since or timezone.now() - NEWS_FOR
    readings = list(_lately(person, since).exclude(case__in=frozen_cases()).order_by("-outcome_at"))
    open_now = open_pages(pages_of([reading.case for reading in readings if reading.outcome == Outcome.PUBLISHED]))
    news = []
    for reading in readings:
        published = reading.outcome == Outcome.PUBLISHED
        if not published or reading.case in open_now:
            news.append(News(published, reading.outcome_at, open_now[reading.case] if published else ""))
    return news


def has_news(person) -> Exists:
    """Return whether there may be news, to be asked along with something else."""
    return Exists(_lately(person, timezone.now() - NEWS_FOR))


def _lately(person, since: datetime.datetime):
    return Reading.objects.for_reader(person).filter(outcome_at__gt=since).exclude(outcome="")


def open_pages(pages: dict) -> dict[UUID, str]:
    """Return the addresses of those pages that anybody may read today. One query for each kind of page."""
    kinds = {type(page) for page in pages.values()}
    keys = {
        key for kind in kinds for key in kind.objects.public().values_list("pk", flat=True).filter(pk__in=_keys(pages))
    }
    return {case: page.url for case, page in pages.items() if page.pk in keys}


def _keys(pages: dict) -> list[int]:
    return [page.pk for page in pages.values()]


def forget_old_news() -> None:
    """Forget, after two weeks, that an author chose not to go on: then a story is no more than a day in the past."""
    before = timezone.now() - NEWS_FOR
    over = Reading.objects.filter(outcome=Outcome.ENDED, outcome_at__lt=before)
    if over.exists():  # a write makes kept pages old
        over.update(outcome="", outcome_at=None)
