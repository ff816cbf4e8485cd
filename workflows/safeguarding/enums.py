"""Who can raise a concern, what its record can choose from, and what a passer-by can say is wrong with a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RaisedBy(models.TextChoices):
    AUTHOR = "author", _("the author")
    CHAMPION = "champion", _("a champion")
    STAFF = "staff", _("a member of staff")
    CLAIM = "claim", _("somebody who lost their ten words")


class SafeNow(models.TextChoices):
    """Whether the person is safe at this moment."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("We don’t know")


class Told(models.TextChoices):
    """Who was told of a concern."""

    POLICE = "police", _("The police")
    SOCIAL_WORK = "social-work", _("Social work or the council")
    PARENT = "parent", _("A parent or carer")
    SCHOOL = "school", _("Their school")
    OTHER = "other", _("Somebody else")
    NOBODY = "nobody", _("Nobody")


class Basis(models.TextChoices):
    """On what ground somebody was told, or nobody."""

    LIFE = "life", _("A life is in danger")
    CHILD = "child", _("A child may be harmed")
    ADULT = "adult", _("An adult at risk may be harmed")
    AGREED = "agreed", _("They said yes to it")
    UNSAFE = "unsafe", _("Nobody told: it would put them in danger")
    NO_SIGN = "no-sign", _("Nobody told: no sign of harm")


class Wrong(models.TextChoices):
    """What somebody who reads a page says is wrong with it."""

    DANGER = "danger", _("Somebody may be in danger")
    ABOUT_ME = "about-me", _("It is about me or somebody I know")
    UPSETTING = "upsetting", _("It could hurt people who read it")
    UNTRUE = "untrue", _("Something in it is not true")
    OTHER = "other", _("Something else")
