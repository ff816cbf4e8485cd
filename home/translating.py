"""A page in another language: who read it a second time, from which version, and the words we keep to."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .languages import WRITTEN
from .seen import STAFF, seen


class SecondReading(models.Model):
    """A second person's yes to one translated text. Another text needs another yes."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="second_readings")
    digest = models.CharField(max_length=64)
    source_at = models.DateTimeField(null=True)  # when the page it was translated from was last published
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "digest"], name="one_reading_per_translated_text")]


class GlossaryTerm(models.Model):
    """One word of ours and how we say it in another language, so that it is said one way everywhere."""

    term = models.CharField(_("our word"), max_length=60)
    language = models.CharField(_("language"), max_length=12, choices=WRITTEN)
    translation = models.CharField(_("how we say it"), max_length=80)
    note = models.CharField(_("why, or when not"), max_length=200, blank=True)

    panels = seen(STAFF, ["term", "language", "translation", "note"])

    class Meta:
        ordering = ["language", "term"]
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("glossary for translators")
        constraints = [models.UniqueConstraint(fields=["term", "language"], name="one_translation_per_term")]

    def __str__(self):
        return f"{self.term}: {self.translation}"
