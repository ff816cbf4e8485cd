"""A cache server that may be away: refusing or hanging, it only slows the site, for it is asked again after a pause.

Nothing that must last is kept there: limits, letters and sessions lie in the database.
"""

import logging
import time

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 0.15  # seconds for one answer
PAUSE = 5.0  # seconds in which nothing is read from a server that did not answer
log = logging.getLogger(__name__)


class PatientRedis(RedisCache):
    """Django's Redis cache; while the server does not answer, nothing is found in it and nothing is kept."""

    def __init__(self, server, params):
        options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 0)}
        super().__init__(server, params | {"OPTIONS": options | params.get("OPTIONS", {})})
        self._away_until = 0.0

    def get(self, key, default=None, version=None):
        if time.monotonic() < self._away_until:
            return default
        return self._try(default, super().get, key, default, version)

    def get_many(self, keys, version=None):
        if time.monotonic() < self._away_until:
            return {}
        return self._try({}, super().get_many, keys, version)

    def add(self, *words, **options):
        return self._try(False, super().add, *words, **options)

    def set(self, *words, **options):
        """Keep a value. It is tried in every pause too: a new generation must not wait for the end of one."""
        return self._try(None, super().set, *words, **options)

    def set_many(self, *words, **options):
        return self._try([], super().set_many, *words, **options)

    def delete(self, *words, **options):
        return self._try(False, super().delete, *words, **options)

    def delete_many(self, *words, **options):
        return self._try(None, super().delete_many, *words, **options)

    def has_key(self, *words, **options):
        return self._try(False, super().has_key, *words, **options)

    def clear(self):
        return self._try(False, super().clear)

    def _try(self, otherwise, act, *words, **options):
        try:
            found = act(*words, **options)
        except Exception as error:  # noqa: BLE001  (each way of being away has an error of its own)
            if time.monotonic() >= self._away_until:
                log.warning("the cache server does not answer: %s", type(error).__name__)
            self._away_until = time.monotonic() + PAUSE
            return otherwise
        self._away_until = 0.0
        return found
