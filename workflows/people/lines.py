"""A volunteer's private line to the delivery team: what both wrote, and a wish to be called. No story is in it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet


class PrivateLine(models.Model):
    """One person's line, under a key of its own: everything private we hold of a volunteer hangs on it."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="private_line")
    due_on = models.DateField(null=True)  # by then the team answers; nothing waits without it
    warned_at = models.DateTimeField(null=True)  # the team heard that it is due soon
    late_at = models.DateTimeField(null=True)  # the team and the administrators heard that it is late
    left_on = models.DateField(null=True)  # first seen without an account that works


class LineMessageQuerySet(PrivateQuerySet):
    def in_order(self):
        """Messages as they were written."""
        return self.order_by("at", "pk")


class LineMessage(Private):
    """One message, of the volunteer or of the team."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    by_team = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_answer = models.BooleanField(default=False)
    text = EncryptedTextField()
    at = models.DateTimeField(default=timezone.now)

    objects = LineMessageQuerySet.as_manager()


class CallWish(Private):
    """A wish to be called: a number and good times, gone as soon as the call was made or is not wanted any more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(unique=True)  # one at a time
    phone = EncryptedTextField()
    times = EncryptedTextField()
    asked_at = models.DateTimeField(default=timezone.now)
