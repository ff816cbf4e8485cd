"""Stands before the whole site: answers with a kept page where it may, else asks the site and may keep what it says."""

import datetime
import time

from django.conf import settings
from django.utils import timezone

from .generation import generation
from .kept import Kept, answer, keep
from .keys import key_of, may_be_kept
from .store import Store

LONGEST = 60  # seconds a page is kept: what goes by the clock is a minute late at most


class PageCache:
    """A WSGI application before another. Nothing of Django runs where a page is kept."""

    def __init__(self, application):
        self.application = application
        self.generation = generation()
        self.generation.renew()  # the site itself may be another than the one that ran before
        self.store = Store(most=settings.PAGE_CACHE_BYTES)

    def __call__(self, environ, start_response):
        key = key_of(environ)
        mark = self.generation.read() if key else None
        if mark is None:
            return self.application(environ, start_response)
        kept = self.store.get(key, generation=mark, now=time.time())
        if kept is None:
            if environ["REQUEST_METHOD"] == "HEAD":
                return self.application(environ, start_response)
            return self._make(key, mark, environ, start_response)
        return _send(kept, environ, start_response)

    def _make(self, key, mark, environ, start_response):
        """Ask the site, once for all who wait. Keep what it says where that is the same for everybody."""
        with self.store.making(key):
            kept = self.store.get(key, generation=mark, now=time.time())
            if kept is None:
                said: list = []
                parts = self.application(environ, lambda *words: said.extend(words))
                status, headers, *_error = said
                if not may_be_kept(status, headers):
                    start_response(*said)
                    return parts
                shared = settings.SHARED_CACHE_SECONDS
                kept = keep(headers, _whole(parts), generation=mark, until=until(time.time()), shared=shared)
                self.store.put(key, kept)
        return _send(kept, environ, start_response)


def until(now: float) -> float:
    """Return when a page made now is too old: after a minute, and at midnight, when what ends with a day has ended."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    midnight = datetime.datetime.combine(tomorrow, datetime.time.min, timezone.get_default_timezone())
    return min(now + LONGEST, midnight.timestamp())


def _whole(parts) -> bytes:
    try:
        return b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()


def _send(kept: Kept, environ, start_response) -> list[bytes]:
    status, headers, body = answer(kept, environ)
    start_response(status, headers)
    return body
