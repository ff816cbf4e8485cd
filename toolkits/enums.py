"""What a session, a file, a film's language or a release can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Levels of the Scottish curriculum."""

    THIRD = "third", _("Third level")
    FOURTH = "fourth", _("Fourth level")
    THIRD_FOURTH = "third-fourth", _("Third and Fourth level")
    SENIOR = "senior", _("Senior phase")
    COMMUNITY = "community", _("Adults and communities")


class Setting(models.TextChoices):
    """Where a session can be taught."""

    CLASSROOM = "classroom", _("A classroom with tables")
    SPACE = "space", _("A room with space to move")
    ANYWHERE = "anywhere", _("Anywhere, also outside")


class ResourceKind(models.TextChoices):
    """What a file of a lesson is for."""

    TEACHER = "teacher", _("Teacher’s page")
    SLIDES = "slides", _("Slides")
    CARDS = "cards", _("Cards to cut out")
    PUPIL = "pupil", _("Pupil sheet")
    CLOSING = "closing", _("Closing card")
    TOLD = "told", _("“If a pupil tells you something” card")
    CHECKLIST = "checklist", _("Access checklist")
    FEEDBACK = "feedback", _("Feedback card")


class ReleaseState(models.TextChoices):
    """How far the making of a release has come."""

    MAKING = "making", _("Being made")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be made")
    RECALLED = "recalled", _("Recalled")


class Holds(models.TextChoices):
    """What one file of a release holds."""

    WHOLE = "whole", _("the whole pack")
    PART = "part", _("one part")
    SESSION = "session", _("one session")
    PRINT = "print", _("one lesson to print")
    ORIGINAL = "original", _("an original")
