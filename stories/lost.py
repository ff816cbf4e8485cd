"""Somebody says that they lost their ten words. Nothing shows that a story exists; a key of its own seals it."""

import datetime
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.encrypted import EncryptedJSONField, EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

WAIT = datetime.timedelta(hours=72)  # from the proof to new words; in it, whoever has the old ones can object
KEPT = datetime.timedelta(days=30)  # after its end


class ClaimState(models.TextChoices):
    OPEN = "open", _("to read")
    HIDDEN = "hidden", _("the page is hidden; proof is needed")
    PROVED = "proved", _("proved; the wait is running")
    GIVEN = "given", _("new words were given")
    ENDED = "ended", _("ended without new words")


RUNNING = (ClaimState.OPEN, ClaimState.HIDDEN, ClaimState.PROVED)


class ClaimQuerySet(PrivateQuerySet):
    def running(self):
        """Claims that somebody here has still to decide on."""
        return self.filter(state__in=RUNNING)

    def about(self, case):
        """Claims for which staff found this story, and which are not decided."""
        return self.running().filter(story=case)


class Claim(Private):
    """What somebody remembers of their story, and how to reach them safely; later, which story staff found."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.OPEN)
    remembered = EncryptedTextField()
    contact = EncryptedJSONField()  # where to reach them, and good times
    proof = EncryptedTextField()  # how staff came to be sure
    story = models.UUIDField(null=True, db_index=True)
    made_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField(null=True)  # from then on new words may be given
    ended_at = models.DateTimeField(null=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=[ClaimState.PROVED, ClaimState.GIVEN]) | models.Q(ready_at__isnull=False),
                name="proved_claim_waits",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[ClaimState.OPEN, ClaimState.ENDED]) | models.Q(story__isnull=False),
                name="decided_claim_has_a_story",
            ),
        ]

    @property
    def case(self):
        """Return the key that encrypts this: its own, for no story is known yet."""
        return self.pk
