"""Where a page is linked from at the foot of every page, and whose an article is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FooterGroup(models.TextChoices):
    HELP = "help", _("Get help now")
    PART = "part", _("Take part")
    ABOUT = "about", _("About")


class ArticleKind(models.TextChoices):
    NEWS = "news", _("News")
    GUEST = "guest", _("Guest article")
