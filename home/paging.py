"""Older pages of a list by date: by key, never by count, so that the last page costs what the first does."""

import datetime

from django.db.models import Q

PAGE = 12


def page_of(pages, before: str) -> dict:
    """Return one page of a list of dated pages, the newest first, and where the older ones are.

    `before` is what an address said; nonsense in it asks for the newest.
    """
    place = _read(before)
    if place:
        on, pk = place
        pages = pages.filter(Q(on__lt=on) | Q(on=on, pk__lt=pk))
    found = list(pages.order_by("-on", "-pk")[: PAGE + 1])
    older = f"?before={found[PAGE - 1].on.isoformat()}_{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return {"entries": found[:PAGE], "older_url": older, "newest_url": "." if place else ""}


def _read(text: str) -> tuple[datetime.date, int] | None:
    day, _line, pk = text.partition("_")
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 18):
        return None
    try:
        return datetime.date.fromisoformat(day), int(pk)
    except ValueError:
        return None
