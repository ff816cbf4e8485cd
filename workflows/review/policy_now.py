"""The version of the policy that readers are asked by now, kept so that no reading view waits for it."""

from django.utils.translation import get_language

from home.pagecache.remembered import remembered

from .models import Policy


def policy_asked() -> Policy | None:
    """Return the version of the language now spoken, as `Policy.objects.current` does; no query while it is kept."""
    return remembered(f"policy:{get_language()}", Policy.objects.current)
