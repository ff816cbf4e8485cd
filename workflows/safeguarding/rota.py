"""How the rota is used, and what the site does when nobody is on."""

import datetime

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from home.seen import NOBODY, seen


class Rota(BaseGenericSetting):
    """How the rota is used. One row, edited under Settings → Rota rules; `Rota.load()` returns it."""

    kept = models.BooleanField(
        _("we keep a rota"), default=False, help_text=_("Ticked, the site says by the rota whether somebody is there.")
    )
    looks_ahead_days = models.PositiveSmallIntegerField(
        _("days to look ahead"),
        default=7,
        validators=[MinValueValidator(1)],
        help_text=_("Safeguarding and administrators hear once a day when nobody is on in these days."),
    )
    longest_gap_hours = models.PositiveSmallIntegerField(
        _("hours that nobody may be on"),
        default=72,
        validators=[MinValueValidator(1)],
        help_text=_("Nights and weekends are shorter than this. A longer gap is a warning."),
    )
    pauses = models.BooleanField(
        _("take no new stories in a longer gap"),
        default=True,
        help_text=_("New stories pause by themselves, and go on when the next shift begins."),
    )
    warned_on = models.DateField(null=True, editable=False)

    panels = seen(
        NOBODY,
        [
            FieldPanel("kept"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("looks_ahead_days"), FieldPanel("longest_gap_hours")]),
                    FieldPanel("pauses"),
                ],
                heading=_("When nobody is on"),
            ),
        ],
    )

    class Meta:
        verbose_name = _("rota rules")

    @property
    def longest_gap(self) -> datetime.timedelta:
        """Return how long nobody may be on."""
        return datetime.timedelta(hours=self.longest_gap_hours)
