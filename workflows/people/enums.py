"""Roles, age bands and qualifications."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A role is a group of this name; migrations make them."""

    CHAMPION = "Champions", _("Champion")
    SAFEGUARDING = "Safeguarding", _("Safeguarding")
    EDITOR = "Editors", _("Editor")
    TRANSLATOR = "Translators", _("Translator")
    DELIVERY = "Delivery team", _("Delivery team")
    ADMINISTRATOR = "Administrators", _("Administrator")


IN_ADMIN = frozenset({Role.SAFEGUARDING, Role.EDITOR, Role.TRANSLATOR, Role.ADMINISTRATOR})  # may enter Wagtail


class Band(models.TextChoices):
    """How old an author is, as a band; no date of birth is ever asked."""

    UNDER_13 = "under-13", _("Under 13")
    B13_15 = "13-15", _("13 to 15")
    B16_17 = "16-17", _("16 or 17")
    ADULT = "adult", _("18 or over")


class Training(models.TextChoices):
    """What somebody must have before they may read."""

    CHAMPION = "champion", _("Champion training")
    PVG = "pvg", _("PVG membership seen")


class Hand(models.TextChoices):
    """What somebody did, or is about to do, with one story."""

    INTAKE = "intake", _("opened or accepted it at intake")
    READS = "reads", _("reads it as a champion")
    PREPARES = "prepares", _("prepared its page as an editor")
    CHECKS = "checks", _("checked the author’s new words")
    CONFIRMS = "confirms", _("confirms the author’s new words as a champion")


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
