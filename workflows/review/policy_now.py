"""The version of the policy that readers are asked by now, kept so that no reading view waits for it."""

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from .models import Policy

KEPT_FOR = 300  # seconds: other processes follow an approval within that time; a vote names the version it answered


def policy_asked() -> Policy | None:
    """Return the version of the language now spoken, as `Policy.objects.current` does; no query while it is kept."""
    key = _key(get_language())
    found = cache.get(key)
    if found is None:
        found = Policy.objects.current()
        cache.set(key, found, KEPT_FOR)
    return found


def forget_policy() -> None:
    """Drop what is kept, after a version was saved or approved."""
    cache.delete_many([_key(code) for code in settings.KNOWN_LANGUAGES])


def _key(language) -> str:
    return f"policy:{language}"
