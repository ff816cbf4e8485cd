"""What waits on a champion's desk, without a word of any story: the page of a story is opened only for its length."""

import datetime
import math
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language_info
from wagtail.models import Page

from home.languages import written_name
from workflows.people.models import AgeMark
from workflows.people.rules import can_read_as_champion, is_learning
from workflows.safeguarding.frozen import frozen_cases

from .candidates import WEEK
from .hands import touched_by
from .models import Reading, Suggestion

WORDS_A_MINUTE = 180  # an easy pace


@dataclass(frozen=True)
class Held:
    """A story before a champion, as plain values."""

    pk: UUID
    case: UUID
    minutes: int
    language: str
    due_on: datetime.date
    paused: bool
    others: int  # champions reading it too


@dataclass(frozen=True)
class Change:
    """An author's changed paragraph, as plain values."""

    pk: UUID
    since: datetime.datetime
    paused: bool


def held_readings(person) -> list[Held]:
    """Return the stories before a champion, the oldest promise first."""
    others = Reading.objects.held().filter(case=OuterRef("case")).exclude(champion=person).order_by()
    readings = (
        Reading.objects.held()
        .for_reader(person)
        .annotate(others=Subquery(others.values("case").annotate(n=Count("pk")).values("n")), paused=_is_paused())
        .order_by("due_on", "offered_at")
    )
    pages = pages_of([reading.case for reading in readings])
    return [
        Held(
            reading.pk,
            reading.case,
            *about(pages[reading.case]),
            reading.due_on,
            reading.paused,
            reading.others or 0,
        )
        for reading in readings
        if reading.case in pages
    ]


def changes_to_confirm(person) -> list[Change]:
    """Return the authors' changed paragraphs that this champion may confirm, the longest waiting first.

    None for somebody who is learning: one reader decides here.
    """
    if is_learning(person):
        return []
    marks = AgeMark.objects.filter(case=OuterRef("case"))
    found = (
        Suggestion.objects.to_confirm()
        .for_confirming(person)
        .exclude(touched_by(person))
        .filter(Exists(Page.objects.filter(translation_key=OuterRef("case"))))
        .annotate(band=Subquery(marks.values("band")[:1]), paused=_is_paused())
        .order_by("checked_at")
        .defer("before", "after", "reason", "own_words")
    )
    return [
        Change(change.pk, change.checked_at, change.paused)
        for change in found
        if can_read_as_champion(person, AgeMark(case=change.case, band=change.band) if change.band else None)
    ]


def read_this_week(person) -> Coalesce:
    """Return, asked within another question, how many stories a champion was offered in the last seven days."""
    offered = Reading.objects.for_reader(person).filter(offered_at__gte=timezone.now() - WEEK).order_by()
    return Coalesce(Subquery(offered.values("champion").annotate(n=Count("pk")).values("n")), 0)


def pages_of(cases: list[UUID]) -> dict[UUID, Page]:
    """Return the page each case was written as; what is annotated here goes over to the specific page."""
    found = Page.objects.filter(translation_key__in=cases, alias_of=None).order_by("-pk")
    found = found.annotate(locale_code=F("locale__language_code"))
    return {page.translation_key: page for page in found.specific()}


def about(page) -> tuple[int, str]:
    """Return a page's reading time in whole minutes and the name of its language."""
    return minutes_of(page), language_name(page.language or page.locale_code)


def minutes_of(page) -> int:
    """Return how long a page takes to read, in whole minutes."""
    words = sum(len(text.split()) for _key, text in page.paragraphs)
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def language_name(code: str) -> str:
    """Return a language's name in the language now spoken, or its own name when Django knows none."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return written_name(code)


def _is_paused() -> Exists:
    return Exists(frozen_cases().filter(case=OuterRef("case")))
