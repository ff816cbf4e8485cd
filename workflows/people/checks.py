"""What Django's deployment check must say about signing in before a real site starts."""

from django.conf import settings
from django.core.checks import Error, Tags, register

LONGEST = 10  # minutes; threats and their answers ask for no more


@register(Tags.security, deploy=True)
def second_step_is_required(app_configs, **kwargs):
    """Refuse a real site where a password alone opens a door."""
    if settings.SECOND_STEP_REQUIRED:
        return []
    return [Error("A password alone would open every door: set SECOND_STEP_REQUIRED.", id="people.E001")]


@register(Tags.security, deploy=True)
def proofs_are_fresh(app_configs, **kwargs):
    """Refuse a real site where an old session may export, change roles, or open contact details."""
    if 0 < settings.FRESH_MINUTES <= LONGEST:
        return []
    return [Error("FRESH_MINUTES has to be 1 to 10.", id="people.E002")]
