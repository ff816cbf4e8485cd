"""Private things: a case's key, consent and its wording, letters, who read what, what was erased."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from .encrypted import EncryptedTextField
from .enums import LetterKind, Use
from .private import Private, PrivateQuerySet


class CaseKey(models.Model):
    """The key of one case, wrapped by the ring."""

    case = models.UUIDField(primary_key=True)
    ring_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()


class ConsentWording(models.Model):
    """One version of what an author is asked, in one language. Never changed once somebody agreed to it."""

    use = models.CharField(max_length=20, choices=Use.choices)
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    text = models.TextField()
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["use", "language", "version"], name="one_wording_per_version")]
        ordering = ["use", "language", "-version"]

    def __str__(self):
        return f"{self.get_use_display()} ({self.language}, {self.version})"


class ConsentQuerySet(models.QuerySet):
    def standing(self):
        """Consents that were given and not ended."""
        return self.filter(ended_at=None)


class Consent(models.Model):
    """The only answer to: may it be used here?"""

    case = models.UUIDField(db_index=True)
    use = models.CharField(max_length=20, choices=Use.choices)
    wording = models.ForeignKey(ConsentWording, on_delete=models.PROTECT)
    given_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "use"], condition=models.Q(ended_at=None), name="one_standing_consent_per_use"
            )
        ]


PAUSES = [
    *(datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720)),
    *[datetime.timedelta(days=1)] * 5,
]  # after each try of a letter; there are no more tries than pauses


class LetterQuerySet(PrivateQuerySet):
    def due(self):
        """Letters to try now, oldest first."""
        waiting = self.filter(sent_at=None, tries__lt=len(PAUSES), next_try_at__lte=timezone.now())
        return waiting.order_by("next_try_at")

    def given_up(self):
        """Letters that could not be sent, after the last try: staff have to reach that person another way."""
        return self.filter(sent_at=None, tries=len(PAUSES)).exclude(failure="").order_by("created_at")


class Letter(Private):
    """A mail to send: to whom, which template, in which language. Never a word of a story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(null=True, db_index=True)
    kind = models.CharField(max_length=30, choices=LetterKind.choices)
    language = models.CharField(max_length=12)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    address = EncryptedTextField(null=True)  # an author's; staff have theirs with their account
    created_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=80, blank=True)  # the error's class, never its text

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["sent_at", "next_try_at"], name="letters_due")]


class AccessLog(models.Model):
    """Who opened which unpublished words, and when. Rows are added, never changed."""

    case = models.UUIDField(db_index=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    what = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)


class Erasure(models.Model):
    """The ledger: a case that was erased, so that a restored copy erases it again before it serves."""

    case = models.UUIDField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)


class Turn(models.Model):
    """Whose turn it is to do a thing that only one process may do at a time, and until when they hold it."""

    name = models.CharField(max_length=20, primary_key=True)
    held_until = models.DateTimeField()
