"""The version of the policy that readers are asked by now, kept so that no reading view waits for it."""

from django.core.cache import cache
from django.utils.translation import get_language

from home.pagecache.generation import generation

from .models import Policy

KEPT_FOR = 300  # seconds


def policy_asked() -> Policy | None:
    """Return the version of the language now spoken, as `Policy.objects.current` does; no query while it is kept."""
    key = f"policy:{get_language()}:{generation().read()}"
    found = cache.get(key)
    if found is None:
        found = Policy.objects.current()
        cache.set(key, found, KEPT_FOR)
    return found
