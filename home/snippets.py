"""Small editable lists the whole site shares: content notes and topics."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from .languages import WRITTEN
from .seen import EVERYONE, KEEPERS, NOBODY, READERS, seen


class ContentNote(TranslatableMixin, models.Model):
    """One thing a story may mention, said before the text. Its key is what a story's seal covers."""

    key = models.SlugField(_("key"), max_length=40, help_text=_("Never changed: stories name it."))
    text = models.CharField(_("text"), max_length=80, help_text=_("As in: this story mentions anxiety."))
    detail = models.CharField(_("detail"), max_length=160, blank=True, help_text=_("As in: it does not describe harm."))
    heavy = models.BooleanField(
        _("hard to read"),
        default=False,
        help_text=_("Champions who have read such a story are shown help, a call and a break at once."),
    )
    minds_numbers = models.BooleanField(
        _("numbers need care"),
        default=False,
        help_text=_("Where a story mentions this, its readers are shown each number: a weight or an amount can harm."),
    )

    panels = seen(
        EVERYONE,
        [
            FieldPanel("key"),
            FieldPanel("text"),
            FieldPanel("detail"),
            FieldPanel("heavy"),
            FieldPanel("minds_numbers"),
        ],
        key=NOBODY,
        heavy=READERS,
        minds_numbers=READERS,
    )

    class Meta(TranslatableMixin.Meta):
        ordering = ["text"]
        constraints = [models.UniqueConstraint(fields=["key", "locale"], name="one_note_per_key")]

    def __str__(self):
        return self.text

    def clean(self):
        """Keep the key: with another one, stories that name it would lose their note without anyone's yes."""
        super().clean()
        stored = ContentNote.objects.filter(pk=self.pk).values_list("key", flat=True).first()
        if stored and stored != self.key:
            raise ValidationError({"key": _("Stories name this note by its key, so it can’t change. Add a new note.")})


class Topic(TagBase):
    """A tag from the curated list: editors choose, nobody invents one while tagging a story."""

    free_tagging = False

    hopeful = models.BooleanField(
        _("gives hope"),
        default=False,
        help_text=_("A story with this topic is offered after a hard one, as something hopeful to go to next."),
    )
    panels = seen(EVERYONE, [FieldPanel("name"), FieldPanel("slug"), FieldPanel("hopeful")], hopeful=NOBODY)

    class Meta:
        verbose_name = _("topic")
        ordering = ["name"]


class CrisisWord(TranslatableMixin, models.Model):
    """A word or phrase that may mean somebody is in danger. A search for it shows help before anything else."""

    phrase = models.CharField(
        _("word or phrase"), max_length=60, help_text=_("In small letters, as somebody in distress would type it.")
    )

    panels = seen(NOBODY, [FieldPanel("phrase")])

    class Meta(TranslatableMixin.Meta):
        ordering = ["phrase"]
        verbose_name = _("word of crisis")
        verbose_name_plural = _("words of crisis")
        constraints = [models.UniqueConstraint(fields=["phrase", "locale"], name="one_crisis_word")]

    def __str__(self):
        return self.phrase


class ConcernWord(models.Model):
    """One word or phrase, in the language somebody in distress would write it in."""

    language = models.CharField(_("language"), max_length=12, choices=WRITTEN, default="en")
    phrase = models.CharField(
        _("word or phrase"),
        max_length=60,
        help_text=_("Found as whole words. Capital letters, accents and apostrophes make no difference."),
    )

    panels = seen(KEEPERS, [FieldPanel("language"), FieldPanel("phrase")])

    class Meta:
        ordering = ["language", "phrase"]
        verbose_name = _("word of concern")
        verbose_name_plural = _("words of concern")
        constraints = [models.UniqueConstraint(fields=["language", "phrase"], name="one_concern_word")]

    def __str__(self):
        return self.phrase
