"""What a charity decides about sharing: when people read, what is promised, how long a yes lasts, who is asked."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from home.seen import NOBODY, WRITERS, seen
from workflows.people.enums import Band

SATURDAY = 5
TOLD = (  # what somebody reads who shares, or thinks of it
    *("reads_from", "reads_until", "reads_weekends", "closed_from", "closed_until", "answer_days"),
    *("consent_years_young", "consent_years_adult", "contact_name", "contact_number", "contact_hours"),
)


class Sharing(BaseGenericSetting):
    """One row, edited under Settings → Sharing; `Sharing.load()` returns it."""

    reads_from = models.TimeField(_("people read from"), default=datetime.time(9))
    reads_until = models.TimeField(_("until"), default=datetime.time(17))
    reads_weekends = models.BooleanField(_("also on Saturdays and Sundays"), default=False)
    closed_from = models.DateField(_("closed from"), null=True, blank=True)
    closed_until = models.DateField(
        _("closed until"),
        null=True,
        blank=True,
        help_text=_("The last day on which nobody reads, for example holidays."),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("working days until a person has answered"),
        default=2,
        help_text=_("Counted from sending. Days on which nobody reads do not count."),
    )
    consent_years_young = models.PositiveSmallIntegerField(_("years a yes lasts, under 18"), default=2)
    consent_years_adult = models.PositiveSmallIntegerField(_("years a yes lasts, from 18 on"), default=5)
    consent_reminder_days = models.PositiveSmallIntegerField(
        _("days before its end on which its author is asked again"), default=42
    )
    asks_adult_16_17 = models.BooleanField(
        _("ask for an adult at 16 and 17 too"),
        default=False,
        help_text=_(
            "At 13 to 15 it is always asked: a story is accepted only with an adult’s agreement, or safeguarding’s "
            "written reason why not."
        ),
    )
    contact_name = models.CharField(
        _("a person to talk to"), max_length=80, blank=True, help_text=_("Shown to somebody who can’t ask at home.")
    )
    contact_number = models.CharField(_("their number"), max_length=40, blank=True)
    contact_hours = models.CharField(
        _("when they answer"), max_length=120, blank=True, help_text=_("As in: Monday to Friday, 9 to 5.")
    )

    panels = seen(
        NOBODY,
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("reads_from"), FieldPanel("reads_until"), FieldPanel("reads_weekends")]),
                    FieldRowPanel([FieldPanel("closed_from"), FieldPanel("closed_until")]),
                    FieldPanel("answer_days"),
                ],
                heading=_("When people are there"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("consent_years_young"), FieldPanel("consent_years_adult")]),
                    FieldPanel("consent_reminder_days"),
                ],
                heading=_("How long a yes lasts"),
            ),
            FieldPanel("asks_adult_16_17"),
            MultiFieldPanel(
                [
                    FieldPanel("contact_name"),
                    FieldRowPanel([FieldPanel("contact_number"), FieldPanel("contact_hours")]),
                ],
                heading=_("Somebody to talk to"),
            ),
        ],
        **dict.fromkeys(TOLD, WRITERS),
    )

    class Meta:
        verbose_name = _("sharing")

    def clean(self):
        """Refuse hours and days that end before they begin."""
        super().clean()
        if self.reads_until <= self.reads_from:
            raise ValidationError({"reads_until": _("This must be later than when they begin.")})
        if (self.closed_from is None) != (self.closed_until is None):
            raise ValidationError({"closed_until": _("Give both days, or neither.")})
        if self.closed_from and self.closed_until < self.closed_from:
            raise ValidationError({"closed_until": _("This must not be before the first day.")})

    def is_open_on(self, day: datetime.date) -> bool:
        """Tell whether people read on a day."""
        if self.closed_from and self.closed_from <= day <= self.closed_until:
            return False
        return self.reads_weekends or day.weekday() < SATURDAY

    def is_open_at(self, moment: datetime.datetime) -> bool:
        """Tell whether people read at a moment."""
        here = timezone.localtime(moment)
        return self.is_open_on(here.date()) and self.reads_from <= here.time() < self.reads_until

    def answer_by(self, day: datetime.date | None = None) -> datetime.date:
        """Return the day by which a person has answered what was sent on `day` (today if None)."""
        day = day or timezone.localdate()
        for _number in range(self.answer_days):
            day += datetime.timedelta(days=1)
            while not self.is_open_on(day):
                day += datetime.timedelta(days=1)
        return day

    def asks_adult(self, band: str) -> bool:
        """Tell whether somebody of this age is asked for an adult."""
        return band == Band.B13_15 or (band == Band.B16_17 and self.asks_adult_16_17)

    def consent_years(self, band: str) -> int:
        """Return how many years a yes lasts for somebody of this age."""
        return self.consent_years_adult if band == Band.ADULT else self.consent_years_young

    def yes_until(self, band: str, day: datetime.date | None = None) -> datetime.date:
        """Return the last day of a yes given on `day` (today if None) by somebody of this age."""
        day = day or timezone.localdate()
        year = day.year + self.consent_years(band)
        return day.replace(year=year) if (day.month, day.day) != (2, 29) else day.replace(year=year, day=28)
