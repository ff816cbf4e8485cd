"""What a visit, an answer or a proposal can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitState(models.TextChoices):
    """How far a visit has come."""

    ASKED = "asked", _("asked for")
    TALKING = "talking", _("in talks")
    AGREED = "agreed", _("agreed")
    DONE = "done", _("took place")
    CANNOT = "cannot", _("can’t be done")


OVER = (VisitState.DONE, VisitState.CANNOT)


class Who(models.TextChoices):
    """Who says what they think of a session."""

    PUPIL = "pupil", _("pupil")
    TEACHER = "teacher", _("teacher")


class Decision(models.TextChoices):
    """What comes of a proposal."""

    OPEN = "open", _("open")
    CHANGED = "changed", _("changed")
    NOT_CHANGED = "not-changed", _("not changed")
