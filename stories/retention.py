"""How long what stands still is kept: days for each state, as data, edited under Retention in the Wagtail admin."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import Kept

DAYS = {  # until an administrator says otherwise
    Kept.DRAFT: 30,
    Kept.ASKED: 180,
    Kept.DECLINED: 90,
    Kept.ENDED: 30,
    Kept.CONCERN: 6 * 365 + 2,  # six years
}


class RetentionQuerySet(models.QuerySet):
    def days(self, state: Kept) -> int:
        """Return how many days a state is kept; our own number where no row says so."""
        row = self.filter(state=state).first()
        return row.days if row else DAYS[state]


class Retention(models.Model):
    """One state and the days it is kept. After them the case is erased, as if its author had taken it back.

    Of a closed worry only its words go, and the row with its dates stays: that somebody looked is not a secret.
    """

    state = models.CharField(_("what"), max_length=10, choices=Kept.choices, primary_key=True, editable=False)
    days = models.PositiveSmallIntegerField(_("days it is kept"), validators=[MinValueValidator(1)])

    objects = RetentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("retention")
        verbose_name_plural = _("retention")
        ordering = ["state"]
        constraints = [models.CheckConstraint(condition=models.Q(days__gte=1), name="kept_for_a_day_at_least")]

    def __str__(self):
        return self.get_state_display()
