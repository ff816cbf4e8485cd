"""What a reader leaves in writing: what they found by the policy, kept with the vote, and what is half written."""

import uuid

from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedJSONField
from workflows.privacy.private import Private

from .policy import Policy


class Findings(Private):
    """What one reader found by the four questions of one version of the policy: points and a line, where any.

    `found` has, by question, {"points": [names of points], "line": their own words}; a question that is not in it
    was answered with "nothing here".
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    vote = models.OneToOneField("review.Vote", on_delete=models.CASCADE, related_name="findings")
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="+")
    found = EncryptedJSONField()


class HalfWritten(Private):
    """What a reader has typed and not sent: by part, and the answers. It goes when their reading ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    reading = models.OneToOneField("review.Reading", on_delete=models.CASCADE, related_name="half_written")
    typed = EncryptedJSONField()
    kept_at = models.DateTimeField(default=timezone.now)
