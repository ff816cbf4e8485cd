"""The time a volunteer gave: only they see its lines, the delivery team sees the sum."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

from .enums import TimeKind

A_DAY = 24 * 60  # minutes


class TimeQuerySet(PrivateQuerySet):
    def minutes(self) -> int:
        """Return the sum in minutes."""
        return self.aggregate(sum=models.Sum("minutes"))["sum"] or 0


class TimeGiven(Private):
    """Minutes on a day. Those of a reading come by themselves and name no story; the volunteer may change any."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)  # of the person's private line
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="time_given")
    day = models.DateField(default=timezone.localdate)
    kind = models.CharField(max_length=10, choices=TimeKind.choices)
    minutes = models.PositiveSmallIntegerField()
    note = EncryptedTextField()

    objects = TimeQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__gte=1, minutes__lte=A_DAY), name="time_is_of_one_day")
        ]
