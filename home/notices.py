"""A notice on every public page, from a moment to a moment: a line that is down, a school that closes, a bad night."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.models import TranslatableMixin

from .seen import EVERYONE, seen


class Notice(TranslatableMixin, models.Model):
    """A few plain words above everything else, in one language; the first language stands in for the others."""

    text = models.CharField(
        _("what everyone should read"),
        max_length=240,
        help_text=_("One or two short sentences: what happened, and what people can do. Everyone who visits reads it."),
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(
        _("shown until"), help_text=_("It goes by itself. A minute sooner or later is usual.")
    )

    panels = seen(
        EVERYONE,
        [
            HelpPanel(_("This stands on every public page, at the top. Keep it for what can’t wait.")),
            FieldPanel("text"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        ],
    )

    class Meta(TranslatableMixin.Meta):
        ordering = ["-ends_at"]
        verbose_name = _("notice on every page")
        verbose_name_plural = _("notices on every page")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="notice_ends_after_start"
            )
        ]

    def __str__(self):
        return self.text

    def clean(self):
        """Refuse an end before the beginning."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("This is before it begins. Please choose a later time.")})


def to_come(language: str) -> list[Notice]:
    """Return the notices of a language that are not over, whether or not they have begun; none is another's."""
    return list(Notice.objects.filter(locale__language_code=language, ends_at__gt=timezone.now()).order_by("starts_at"))
