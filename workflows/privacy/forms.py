"""The form of a consent wording: a draft until it is approved by its own tick, then only for reading."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .actions import approve_wording
from .models import ConsentWording


class WordingForm(WagtailAdminModelForm):
    """A draft gets its version by itself: one more than the newest of its use and language."""

    language = forms.ChoiceField(label=_("Language"), choices=lambda: [*settings.KNOWN_LANGUAGES.items()])
    approve = forms.BooleanField(
        label=_("Approve these words"),
        required=False,
        help_text=_(
            "From then on people are asked with them, and nobody can change them. For other words, add a new version. "
            "A language opens for sharing when both wordings that are asked before sending are approved in it."
        ),
    )

    def clean(self):
        """Refuse a change of what people were asked."""
        data = super().clean()
        if self.instance.stands:
            raise ValidationError(_("These words were approved. They stay as they are. Add a new version instead."))
        return data

    def save(self, commit=True):
        """Save the draft under its version, and approve it if that was ticked."""
        wording = self.instance
        siblings = ConsentWording.objects.filter(use=wording.use, language=wording.language).exclude(pk=wording.pk)
        if wording.version is None or siblings.filter(version=wording.version).exists():
            newest = siblings.order_by("-version").first()
            wording.version = newest.version + 1 if newest else 1
        return approve_wording(wording=wording) if self.cleaned_data["approve"] else super().save(commit)
