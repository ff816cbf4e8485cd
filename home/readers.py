"""Two lists that help those who read a story before the world does: kinder words, and reasons to choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from .languages import WRITTEN
from .seen import NOBODY, READERS, REASON, seen


class StyleWord(models.Model):
    """A word that hurts people with mental health problems, and a kinder one. A hint to readers, never a bar."""

    language = models.CharField(_("language"), max_length=12, choices=WRITTEN, default="en")
    phrase = models.CharField(
        _("word or phrase"),
        max_length=60,
        help_text=_("Found as whole words. Capital letters, accents and apostrophes make no difference."),
    )
    instead = models.CharField(_("kinder words"), max_length=120, help_text=_("As in: died by suicide."))
    why = models.CharField(_("why"), max_length=200, blank=True, help_text=_("One short sentence, for the reader."))

    panels = seen(READERS, [FieldPanel("language"), FieldPanel("phrase"), FieldPanel("instead"), FieldPanel("why")])

    class Meta:
        ordering = ["language", "phrase"]
        verbose_name = _("kinder word")
        verbose_name_plural = _("kinder words")
        constraints = [models.UniqueConstraint(fields=["language", "phrase"], name="one_kinder_word")]

    def __str__(self):
        return self.phrase


class SuggestionReason(TranslatableMixin, models.Model):
    """A reason a reader may choose for a suggestion instead of writing one. The author reads exactly this."""

    text = models.CharField(_("reason"), max_length=200, help_text=_("Kind and exact. The author reads it."))
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = seen(REASON, [FieldPanel("text"), FieldPanel("order")], order=NOBODY)

    class Meta(TranslatableMixin.Meta):
        ordering = ["order", "text"]
        verbose_name = _("reason for a suggestion")
        verbose_name_plural = _("reasons for suggestions")

    def __str__(self):
        return self.text
