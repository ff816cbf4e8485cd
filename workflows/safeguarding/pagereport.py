"""A report by somebody who read a page: under a key of its own, kept until it is settled and a while after."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

from .enums import Wrong

KEPT_DAYS = 180  # after it was closed


class PageReportQuerySet(PrivateQuerySet):
    def waiting(self):
        """Reports that nobody has settled: danger first, then the oldest."""
        first = models.Case(models.When(wrong=Wrong.DANGER, then=0), default=1)
        return self.filter(closed_at=None).order_by(first, "made_at", "pk")

    def settled(self):
        """Reports that were closed, the latest first."""
        return self.filter(closed_at__isnull=False).order_by("-closed_at", "pk")

    def settled_long_ago(self):
        """Reports that were closed so long ago that they are erased."""
        return self.filter(closed_at__lt=timezone.now() - datetime.timedelta(days=KEPT_DAYS))


class PageReport(Private):
    """What somebody says is wrong with a page, if they like how to answer them, and what came of it."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.CharField(max_length=400)  # the path of the page, as the world sees it; "" where they came from none
    wrong = models.CharField(max_length=10, choices=Wrong.choices)
    text = EncryptedTextField()
    address = EncryptedTextField()  # a mail address, if they gave one
    language = models.CharField(max_length=12)
    made_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = EncryptedTextField()

    objects = PageReportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["closed_at", "made_at"], name="reports_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(closed_at__gte=models.F("made_at")),
                name="report_closed_after_made",
            )
        ]
