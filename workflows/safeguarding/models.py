"""A concern: a worry that freezes a case until safeguarding says otherwise."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.lasting import Lasting, LastingRows
from workflows.privacy.private import Private, PrivateQuerySet

from .entries import ConcernEntry
from .enums import RaisedBy
from .pagereport import PageReport
from .rota import Rota
from .rules import can_unfreeze
from .shifts import Shift

__all__ = ["Concern", "ConcernEntry", "PageReport", "Rota", "Shift"]


class ConcernQuerySet(LastingRows, PrivateQuerySet):
    def refuses(self, values):
        """Tell whether these values would end a worry in bulk, besides: somebody ends each, and says why."""
        return "closed_at" in values or super().refuses(values)

    def open(self):
        """Concerns that freeze."""
        return self.filter(closed_at=None)

    def lately_closed(self):
        """Concerns that were settled in the last two weeks."""
        return self.filter(closed_at__gte=timezone.now() - datetime.timedelta(days=14))

    def with_old_texts(self, before: datetime.date):
        """Concerns closed before a day whose words are still there."""
        return self.filter(closed_at__date__lt=before, emptied_at=None)


class Concern(Private, Lasting):
    """One worry about one case. While any is open, the case is frozen: safeguarding ends it, nothing deletes it."""

    lasting = ("case",)
    moments = ("closed_at",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    raised_by = models.CharField(max_length=10, choices=RaisedBy.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = EncryptedTextField()
    due_on = models.DateField(null=True, blank=True)  # by then the author, if there is one, has news
    warned = models.BooleanField(default=False)
    raised_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)  # somebody of safeguarding had it on the screen
    second_told_at = models.DateTimeField(
        null=True, blank=True
    )  # nobody had, in time: the second contact was told, once
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = EncryptedTextField()
    emptied_at = models.DateTimeField(null=True, blank=True)  # its words were kept long enough and are gone

    objects = ConcernQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "closed_at"], name="concerns_open"),
            models.Index(fields=["closed_at", "raised_at"], name="concerns_by_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(closed_at__gte=models.F("raised_at")),
                name="concern_closed_after_raised",
            ),
            models.CheckConstraint(
                condition=models.Q(emptied_at=None) | models.Q(closed_at__isnull=False), name="open_concern_keeps_words"
            ),
        ]

    def refuses(self, stored):
        """Tell whether this ends the worry by somebody who may not."""
        is_ending = self.closed_at and not stored["closed_at"]
        return bool(is_ending) and not (self.closed_by and can_unfreeze(self.closed_by))

    def may_go(self):
        """Tell whether it is settled; an open one goes with its whole case alone."""
        return self.closed_at is not None
