"""What a session or a release can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Levels of the Scottish curriculum."""

    THIRD = "third", _("Third level")
    FOURTH = "fourth", _("Fourth level")
    THIRD_FOURTH = "third-fourth", _("Third and Fourth level")
    SENIOR = "senior", _("Senior phase")


class Setting(models.TextChoices):
    """Where a session can be taught."""

    CLASSROOM = "classroom", _("A classroom with tables")
    SPACE = "space", _("A room with space to move")
    ANYWHERE = "anywhere", _("Anywhere, also outside")


class ReleaseState(models.TextChoices):
    """How far the making of a release has come."""

    MAKING = "making", _("Being made")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be made")
