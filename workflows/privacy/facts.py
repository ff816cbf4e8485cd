"""What a charity answers for by law: its assessments, where to complain, how much reading is too much."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from home.seen import EVERYONE, STAFF, seen


class DataProtection(BaseGenericSetting):
    """One row, edited under Settings → Data protection; `DataProtection.load()` returns it."""

    dpia_reference = models.CharField(
        _("reference of the assessment"), max_length=120, blank=True, help_text=_("Where your own papers have it.")
    )
    dpia_review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    complaint_address = models.EmailField(
        _("address for complaints about data"), blank=True, help_text=_("Shown in the privacy notice.")
    )
    scope = models.TextField(
        _("are we in scope, and why"),
        blank=True,
        help_text=_("Two or three plain sentences. Shown in the privacy notice."),
    )
    children_access = models.TextField(
        _("can children reach the site, and what follows"), blank=True, help_text=_("Shown in the privacy notice.")
    )
    scope_review_on = models.DateField(_("look at both again on"), null=True, blank=True)
    reads_a_day = models.PositiveSmallIntegerField(
        _("stories one person may open in a day before you hear of it"), default=40, validators=[MinValueValidator(1)]
    )

    panels = seen(
        EVERYONE,
        [
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("dpia_reference"), FieldPanel("dpia_review_on")])],
                heading=_("Data protection impact assessment"),
            ),
            FieldPanel("complaint_address"),
            MultiFieldPanel(
                [FieldPanel("scope"), FieldPanel("children_access"), FieldPanel("scope_review_on")],
                heading=_("Online Safety Act 2023"),
            ),
            FieldPanel("reads_a_day"),
        ],
        dpia_review_on=STAFF,
        scope_review_on=STAFF,
        reads_a_day=STAFF,
    )

    class Meta:
        verbose_name = _("data protection")

    def is_assessed(self) -> bool:
        """Tell whether the impact assessment has a reference and is not overdue."""
        return bool(self.dpia_reference) and _is_to_come(self.dpia_review_on)

    def is_scoped(self) -> bool:
        """Tell whether scope and children's access are written down and not overdue."""
        return bool(self.scope.strip() and self.children_access.strip()) and _is_to_come(self.scope_review_on)


def _is_to_come(day) -> bool:
    return day is not None and day >= timezone.localdate()
