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
PAUSING = (Role.SAFEGUARDING, Role.EDITOR, Role.ADMINISTRATOR)  # may stop new stories for a while


class Band(models.TextChoices):
    """How old an author is, as a band; no date of birth is ever asked."""

    UNDER_13 = "under-13", _("Under 13")
    B13_15 = "13-15", _("13 to 15")
    B16_17 = "16-17", _("16 or 17")
    ADULT = "adult", _("18 or over")


class Cadence(models.TextChoices):
    """How often a champion hears from us by letter; what waits stands on their desk in any case."""

    DAILY = "daily", _("Once a day, if something waits")
    WEEKLY = "weekly", _("Once a week, if something waits")
    NEVER = "never", _("Never")


class ShownAs(models.TextChoices):
    """How a champion's name may stand in the golden thread of what they read."""

    NOT = "not", _("Not at all")
    FIRST_NAME = "first", _("My first name")
    MADE_UP = "made-up", _("A made-up name")


class TimeKind(models.TextChoices):
    """What a champion's time went to."""

    READING = "reading", _("Reading")
    TRAINING = "training", _("Training")
    MEETING = "meeting", _("Meeting")
    OTHER = "other", _("Something else")


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


class SmallTeam(models.TextChoices):
    """Roles that may well meet in one person where few people work; on one story their hands are kept apart."""

    KEEPER = "keeper", _("Keeps everyone safe and the site running")
    MAKER = "maker", _("Makes pages and looks after volunteers")
    BOTH = "both", _("Both of these")
    READER = "reader", _("Both of these, and reads stories as a champion too")

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles it gives, in the order of the list of roles."""
        found = {SmallTeam.KEEPER: KEEPS, SmallTeam.MAKER: MAKES, SmallTeam.BOTH: KEEPS | MAKES}.get(self, set(Role))
        return tuple(role for role in Role if role in found)


KEEPS = {Role.SAFEGUARDING, Role.ADMINISTRATOR}
MAKES = {Role.EDITOR, Role.TRANSLATOR, Role.DELIVERY}
