"""A version of the policy becomes what readers are asked from now on. Part of the actions."""

from django.db import transaction
from django.utils import timezone

from .models import Policy


@transaction.atomic
def approve_policy(*, policy: Policy) -> Policy:
    """Approve a version: from now on readers are asked by it, the public page shows it, and nobody can change it.

    Raises PolicyStands when it was approved before.
    """
    policy.approved_at = timezone.now()
    policy.save()
    return policy
