"""The kinds of data that are held: each with why, on what ground, and for how long."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.seen import EVERYONE, NOBODY, seen

from .enums import Condition, LawfulBasis


class DataKind(models.Model):
    """One kind of data: why we have it, on what ground, how long."""

    name = models.CharField(_("what it is"), max_length=120)
    purpose = models.CharField(_("what we need it for"), max_length=250)
    basis = models.CharField(_("lawful basis"), max_length=12, choices=LawfulBasis.choices)
    condition = models.CharField(_("condition for health data"), max_length=12, choices=Condition.choices, blank=True)
    kept = models.CharField(_("how long we keep it"), max_length=250)
    order = models.PositiveSmallIntegerField(_("order"), default=50, help_text=_("Low numbers come first."))

    panels = seen(
        EVERYONE,
        [
            FieldPanel("name"),
            FieldPanel("purpose"),
            FieldRowPanel([FieldPanel("basis"), FieldPanel("condition")]),
            FieldPanel("kept"),
            FieldPanel("order"),
        ],
        order=NOBODY,
    )

    class Meta:
        verbose_name = _("kind of data")
        verbose_name_plural = _("kinds of data")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name
