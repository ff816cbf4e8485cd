"""Tags that bring the process to pages that are not its own."""

from django import template

from workflows.review.found import found_by_readers
from workflows.review.models import Policy

register = template.Library()


@register.simple_tag
def policy_today():
    """Return the version of the moderation policy that readers answer today, or None."""
    return Policy.objects.current()


@register.inclusion_tag("workflows/review/found.html")
def what_readers_found(case, step=None):
    """Show what readers found in a case, in the round a step belongs to. For staff who may read the case."""
    return {"found": found_by_readers(case, step.workflow_state.created_at if step else None)}
