"""What is read once and then remembered until something that a page may show changes."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from .generation import generation

REMEMBERED_FOR = 300  # seconds
Found = TypeVar("Found")


def remembered(key: str, read: Callable[[], Found]) -> Found:
    """Return what `read` returned under this key in this generation; None is asked for again each time."""
    key = f"{key}:{generation().read()}"
    found = cache.get(key)
    if found is None:
        found = read()
        cache.set(key, found, REMEMBERED_FOR)
    return found
