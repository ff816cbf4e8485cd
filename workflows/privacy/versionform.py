"""The form of a version: a draft until it is approved by its own tick, then only for reading. Of the forms layer."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class VersionForm(WagtailAdminModelForm):
    """A draft gets its version by itself. The subclass says how one is approved, and names its tick `approve`."""

    stays = _("This version was approved. It stays as it is. Add a new version instead.")

    language = forms.ChoiceField(label=_("Language"), choices=lambda: [*settings.KNOWN_LANGUAGES.items()])

    def clean(self):
        """Refuse a change of what people were asked."""
        data = super().clean()
        if self.instance.stands:
            raise ValidationError(self.stays)
        return data

    def save(self, commit=True):
        """Save the draft under its version, and approve it if that was ticked."""
        self.instance.take_number()
        return self.approved(self.instance) if self.cleaned_data["approve"] else super().save(commit)

    @staticmethod
    def approved(version):
        """Approve a version, by the action of its kind."""
        raise NotImplementedError
