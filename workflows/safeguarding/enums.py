"""Who can raise a concern."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RaisedBy(models.TextChoices):
    AUTHOR = "author", _("the author")
    CHAMPION = "champion", _("a champion")
    STAFF = "staff", _("a member of staff")
    CLAIM = "claim", _("somebody who lost their ten words")
