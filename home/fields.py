"""A column for content notes: a list of their keys, chosen by ticking."""

from django import forms
from django.db import models
from django.utils.text import capfirst
from wagtail.models import Locale


def note_choices() -> list[tuple[str, str]]:
    """Return (key, text) of each content note in the default language."""
    from .snippets import ContentNote  # noqa: PLC0415  (this is a column type of other apps' models)

    return list(ContentNote.objects.filter(locale=Locale.get_default()).values_list("key", "text"))


class NotesField(models.JSONField):
    """A list of content notes' keys, in the order of the keys."""

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=note_choices,
            required=False,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def save_form_data(self, instance, data):
        setattr(instance, self.name, sorted(data))
