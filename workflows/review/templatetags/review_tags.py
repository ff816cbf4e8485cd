"""Tags that bring the process to pages that are not its own."""

from django import template

from workflows.review.models import Policy

register = template.Library()


@register.simple_tag
def policy_today():
    """Return the version of the moderation policy that readers answer today, or None."""
    return Policy.objects.current()
