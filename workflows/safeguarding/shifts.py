"""A shift: who of safeguarding is there, from when to when, and who is told next."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from workflows.people.enums import Role

MINUTES = 60


class ShiftQuerySet(models.QuerySet):
    def manned(self):
        """Shifts that somebody is really there for: one of the three works here and is in safeguarding today."""
        found = models.Q()
        for part in ("lead", "deputy", "cover"):
            found |= models.Q(**{f"{part}__is_active": True, f"{part}__groups__name": Role.SAFEGUARDING.value})
        return self.filter(found).distinct()

    def at(self, moment: datetime.datetime):
        """Shifts that run at a moment."""
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)


class Shift(models.Model):
    """A time for which safeguarding is named: who leads, who is told next, who stands in."""

    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("lead")
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("deputy"),
        help_text=_("Told when a worry is not opened in time."),
    )
    cover = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("Stands in for either, and is told with the deputy."),
    )
    open_within = models.PositiveSmallIntegerField(
        _("minutes until a worry is opened"),
        default=MINUTES,
        validators=[MinValueValidator(1)],
        help_text=_("After them, deputy and cover are told that one waits."),
    )

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("shift")
        verbose_name_plural = _("rota")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["ends_at", "starts_at"], name="shifts_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(deputy=None) | ~models.Q(deputy=models.F("lead")), name="deputy_is_another"
            ),
            models.CheckConstraint(condition=models.Q(open_within__gte=1), name="a_minute_to_open_at_least"),
        ]

    def __str__(self):
        return f"{self.lead}"

    def clean(self):
        """Refuse a shift that ends before it begins, and a second contact who is the first."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("This must be later than when it begins.")})
        if self.deputy_id and self.deputy_id == self.lead_id:
            raise ValidationError(
                {"deputy": _("Choose somebody else: the deputy is told when the lead can’t be there.")}
            )

    def second_contacts(self) -> list:
        """Return deputy and cover, of those who work here and are in safeguarding today."""
        named = [self.deputy, self.cover]
        return [person for person in dict.fromkeys(named) if person and person.has_role(Role.SAFEGUARDING)]
