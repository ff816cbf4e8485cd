"""A real site is never started with sharing open before everything is there."""

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def sharing_waits(app_configs, **kwargs):
    """Refuse a site that asks for stories whatever its page “Ready to open” says."""
    if settings.SHARE_NEEDS_CHECKS:
        return []
    told = "A real site takes no story before “Ready to open” is green: SHARE_NEEDS_CHECKS stays True."
    return [checks.Error(told, id="stories.E001")]
