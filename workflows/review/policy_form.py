"""The form of a version of the policy: a draft until it is approved by its own tick, then only for reading."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .approving import approve_policy
from .enums import Question
from .models import Policy


class PolicyForm(WagtailAdminModelForm):
    """A draft gets its version by itself: one more than the newest in its language."""

    language = forms.ChoiceField(label=_("Language"), choices=lambda: [*settings.KNOWN_LANGUAGES.items()])
    approve = forms.BooleanField(
        label=_("Approve this version"),
        required=False,
        help_text=_(
            "From then on readers answer these questions, the public page shows them, and nobody can change them. "
            "For other words, add a new version."
        ),
    )

    def clean(self):
        """Refuse a change of what readers were asked, and a question without a point."""
        data = super().clean()
        if self.instance.stands:
            raise ValidationError(_("This version was approved. It stays as it is. Add a new version instead."))
        for key in Question.values:
            if not data.get(f"{key}_points", "").strip() and f"{key}_points" not in self.errors:
                self.add_error(f"{key}_points", _("Write at least one point."))
        return data

    def save(self, commit=True):
        """Save the draft under its version, and approve it if that was ticked."""
        policy = self.instance
        siblings = Policy.objects.filter(language=policy.language).exclude(pk=policy.pk)
        if policy.version is None or siblings.filter(version=policy.version).exists():
            newest = siblings.order_by("-version").first()
            policy.version = newest.version + 1 if newest else 1
        return approve_policy(policy=policy) if self.cleaned_data["approve"] else super().save(commit)
