"""An author's wish to keep a part of which somebody said "we can't publish it as it is": its readers look once more."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import WorkflowState

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private

from .enums import PleaEnd


class PleaQuerySet(models.QuerySet):
    def open(self):
        """Pleas on which something is still to do, in a review that runs."""
        return self.filter(ended_at=None, round__status=WorkflowState.STATUS_IN_PROGRESS)

    def with_readers(self):
        """Those on which readers have still to answer."""
        return self.open().filter(staff_since=None)

    def with_staff(self):
        """Those about which a person here talks with the author."""
        return self.open().filter(staff_since__isnull=False)

    def of_round(self, step):
        """The pleas of the review that a step belongs to."""
        return self.filter(round=step.workflow_state_id)

    def end(self, how: PleaEnd, *, by=None) -> int:
        """End those that are open."""
        return self.filter(ended_at=None).update(ended=how, ended_at=timezone.now(), ended_by=by)


class Plea(models.Model):
    """One part its author would like to keep: asked of its readers once a round; then a person talks with them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    round = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="+")
    paragraph = models.CharField(max_length=60)  # as in a Suggestion
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()  # by then the readers have answered; then: by then a person was in touch
    warned = models.BooleanField(default=False)
    staff_since = models.DateTimeField(null=True)
    ended = models.CharField(max_length=10, choices=PleaEnd.choices, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PleaQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["round", "paragraph"], name="one_plea_per_part_and_round"),
            models.CheckConstraint(
                condition=models.Q(ended="", ended_at=None) | (~models.Q(ended="") & models.Q(ended_at__isnull=False)),
                name="a_plea_ends_somehow",
            ),
        ]


class PleaReader(Private):
    """What one reader answers to a plea; blind to what another says. The line is for whoever talks with the author."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    plea = models.ForeignKey(Plea, on_delete=models.CASCADE, related_name="readers")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    can_stay = models.BooleanField(null=True)  # also empty for somebody who would rather not say
    line = EncryptedTextField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plea", "reader"], name="one_answer_per_reader_and_plea")]


def is_pleaded() -> Exists:
    """Return what says of a suggestion that its part is before its readers once more: its author waits."""
    asked = Plea.objects.with_readers().filter(case=OuterRef("case"), paragraph=OuterRef("paragraph"))
    return Exists(asked)
