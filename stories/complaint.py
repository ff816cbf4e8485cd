"""A complaint about how somebody's data was treated: under a key of its own, with the day it is acknowledged by."""

import datetime
import uuid

from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

ANSWER_DAYS = 30  # to acknowledge it: Data (Use and Access) Act 2025, complaints by data subjects
KEPT_DAYS = 365  # after its outcome


def acknowledge_by() -> datetime.date:
    """Return the last day on which a complaint made today is acknowledged."""
    return timezone.localdate() + datetime.timedelta(days=ANSWER_DAYS)


class ComplaintQuerySet(PrivateQuerySet):
    def unacknowledged(self):
        """Complaints whose clock runs."""
        return self.filter(acknowledged_at=None)

    def settled_long_ago(self):
        """Complaints that were closed so long ago that they are erased."""
        return self.filter(closed_at__lt=timezone.now() - datetime.timedelta(days=KEPT_DAYS))


class Complaint(Private):
    """What somebody told us, if they like how to reach them, and what came of it."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    text = EncryptedTextField()
    address = EncryptedTextField()  # a mail address, if they gave one
    marked = models.BooleanField(default=False)  # it has words of the concern list: it is read first
    language = models.CharField(max_length=12)
    made_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(default=acknowledge_by)
    warned = models.BooleanField(default=False)  # administrators heard that this date is about to pass
    acknowledged_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = EncryptedTextField()

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(acknowledged_at__isnull=False),
                name="acknowledged_before_closed",
            )
        ]
