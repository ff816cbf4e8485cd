"""Which adult may say yes with somebody who is asked for one, how they are asked, or that it can't be asked at home."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Adult(models.TextChoices):
    """Which adult may say yes with somebody who is asked for one, or that asking at home is not possible."""

    PARENT = "parent", _("A parent")
    CARER = "carer", _("Someone else who looks after me")
    OTHER = "other", _("Another adult I trust, like a teacher or a youth worker")
    CANNOT = "cannot", _("I can’t ask at home")


class AgreeBy(models.TextChoices):
    """How that adult is asked."""

    LINK = "link", _("Give me a link to show or send them")
    CALL = "call", _("You call or email them")


def is_adult_known(adult: dict) -> bool:
    """Tell whether an author's answer about an adult lacks nothing."""
    needs = {AgreeBy.LINK: (), AgreeBy.CALL: ("who", "how")}
    if adult.get("asked") == Adult.CANNOT:
        return True
    by = adult.get("by")
    return by in needs and all(adult.get(name) for name in needs[by])
