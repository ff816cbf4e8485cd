"""The record of a case's worries: entries are added, never changed, and only safeguarding reads them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.appendonly import AppendOnly, AppendOnlyQuerySet
from workflows.privacy.encrypted import EncryptedJSONField
from workflows.privacy.private import Private, PrivateQuerySet

from .prompts import in_words


class ConcernEntryQuerySet(AppendOnlyQuerySet, PrivateQuerySet):
    """The entries of a record."""


class ConcernEntry(AppendOnly, Private):
    """What one person wrote down at one moment: answers to the prompts, by their keys."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answers = EncryptedJSONField()
    at = models.DateTimeField(default=timezone.now)

    objects = ConcernEntryQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ["at", "pk"]

    def said(self) -> list[tuple[str, str]]:
        """Return (question, answer) in words."""
        return in_words(self.answers)
