"""A submission: what a person sent or is still writing. Private and encrypted; Wagtail knows nothing of it."""

import datetime
import uuid

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from workflows.people.enums import Band
from workflows.privacy.encrypted import EncryptedJSONField, EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

from .enums import UNDECIDED, Appear, Brought, Kept, Reach, State
from .retention import DAYS
from .sharing import Sharing


def draft_ends(days: int = DAYS[Kept.DRAFT]) -> datetime.date:
    """Return the last day of a draft that is saved now and kept for so many days."""
    return timezone.localdate() + datetime.timedelta(days=days)


class SubmissionQuerySet(PrivateQuerySet):
    def behind(self, code_hash: str):
        """Return what this code opens. Taken back, run out and erased stories are behind no code."""
        run_out = models.Q(state=State.DRAFT, expires_on__lt=timezone.localdate())
        return self.filter(code_hash=code_hash, taken_back_at=None).exclude(run_out)

    def waiting(self):
        """Return what safeguarding has still to decide on, the oldest promise first."""
        return self.filter(state__in=UNDECIDED, taken_back_at=None).order_by("due_on", "sent_at")


class Submission(Private):
    """One case before it is a page; afterwards, its author's way back to it."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    band = models.CharField(max_length=10, choices=Band.choices)
    language = models.CharField(max_length=12)
    appear = models.CharField(max_length=10, choices=Appear.choices, blank=True)
    reach = models.CharField(max_length=10, choices=Reach.choices, blank=True)
    headline = EncryptedTextField()
    words = EncryptedTextField()  # paragraphs, a blank line between
    byline = EncryptedTextField()
    contact = EncryptedJSONField()  # address or number, good times, whether a message is safe
    code = EncryptedTextField()  # only from showing it until its author has kept it, or sends
    code_hash = models.CharField(max_length=64, unique=True, null=True)
    opening_hash = models.CharField(max_length=64, blank=True)  # of the first two words: they reopen a door left ajar
    ticked = EncryptedJSONField()  # use: id of the wording on the screen; consent is recorded when they send
    marked = EncryptedJSONField()  # words of concern found, until it is accepted; if we asked for a way again
    agreement = EncryptedTextField()  # which adult agreed and how, or safeguarding's reason why none
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    brought_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    brought_how = models.CharField(max_length=10, choices=Brought.choices, blank=True)
    paper_on = models.DateField(null=True)  # the day on which its author agreed on paper
    paper_ends_on = models.DateField(null=True)  # an earlier story: until when that consent holds
    reason = EncryptedTextField()  # why we won't publish, for the author
    alternative = EncryptedTextField()  # what they could do instead
    settled_at = models.DateTimeField(null=True)  # the page was out for a week, and its author said that this is fine
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)  # its author last changed what they had sent, before it was accepted
    declined_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    warned = models.BooleanField(default=False)  # staff heard that this date is about to pass
    taken_back_at = models.DateTimeField(null=True)  # set only while an open concern delays the erasure
    expires_on = models.DateField(default=draft_ends)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(band=Band.UNDER_13), name="nobody_under_13"),
            models.CheckConstraint(
                condition=models.Q(state=State.DRAFT) | models.Q(sent_at__isnull=False, code_hash__isnull=False),
                name="sent_has_time_and_code",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="submissions_waiting")]

    @cached_property
    def sharing(self) -> Sharing:
        """Return what the charity decides about sharing, read once for this story."""
        return Sharing.load()

    @cached_property
    def asks_adult(self) -> bool:
        """Tell whether its author is asked for an adult: always at 13 to 15, at 16 and 17 where the charity says so."""
        if self.band != Band.B16_17:
            return self.band == Band.B13_15
        return self.sharing.asks_adult(self.band)


class Message(Private):
    """One line between an author and staff. Champions never write to authors."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="messages")
    by_author = models.BooleanField()
    staff = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    text = EncryptedTextField()
    marked = models.BooleanField(default=False)  # its author's words have some of the concern list
    at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)  # the other side had it on the screen

    class Meta:
        ordering = ["at"]

    @property
    def case(self):
        """Return the case whose key encrypts this."""
        return self.submission_id
