"""What is written down about how people sign in, and how a recovery ends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SignInNews(models.TextChoices):
    """What is written down about how people sign in."""

    ADDED = "added", _("second step added")
    REMOVED = "removed", _("second step removed")
    SIGNED_OUT = "signed-out", _("signed out everywhere")
    STARTED = "started", _("said to have lost every way to sign in")
    CONFIRMED = "confirmed", _("confirmed by a second person")
    STOPPED = "stopped", _("stopped")
    RECOVERED = "recovered", _("second step taken away, to be set up anew")


class Outcome(models.TextChoices):
    """How a recovery ended."""

    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")
