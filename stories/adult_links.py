"""A link with which an adult can say whether they agree that somebody of 13 to 15 shares a story."""

import datetime
import uuid

from django.db import models
from django.utils import timezone

from workflows.privacy.keyring import load_ring

from .enums import UNDECIDED
from .submission import Submission

LINK_DAYS, TOKEN_SIGNS = 30, 40  # a token is hexadecimal: 160 bits
UNANSWERED = models.Q(answered_at=None, agrees=None)
ANSWERED = ~models.Q(answered_at=None) & ~models.Q(agrees=None)


def link_ends() -> datetime.date:
    """Return the last day on which a link made now works."""
    return timezone.localdate() + datetime.timedelta(days=LINK_DAYS)


def hash_token(token: str) -> str:
    """Return what is stored of a token: a keyed hash that is useless without the ring's pepper."""
    return load_ring().fingerprint("adult token", token)


class AdultLinkQuerySet(models.QuerySet):
    def behind(self, token: str):
        """Return the link that this token opens. Answered, too old, decided and taken back open alike: nothing."""
        waiting = self.filter(submission__state__in=UNDECIDED, submission__taken_back_at=None)
        return waiting.filter(token_hash=hash_token(token), answered_at=None, ends_on__gte=timezone.localdate())


class AdultLink(models.Model):
    """One story's link: until when it works, and what was answered. It opens one question and no word of the story."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="adult_link")
    seed = models.UUIDField(default=uuid.uuid4, editable=False)  # the token is drawn from it with the pepper
    token_hash = models.CharField(max_length=64, unique=True)
    ends_on = models.DateField(default=link_ends)
    answered_at = models.DateTimeField(null=True)
    agrees = models.BooleanField(null=True)

    objects = AdultLinkQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=ANSWERED | UNANSWERED, name="adult_answer_has_time")]

    @property
    def token(self) -> str:
        """Return the token of the address. It is never stored: who may see it again draws it again."""
        return load_ring().fingerprint("adult link", f"{self.submission_id}:{self.seed}")[:TOKEN_SIGNS]

    @property
    def works(self) -> bool:
        """Tell whether it can still be answered."""
        return self.answered_at is None and self.ends_on >= timezone.localdate()
