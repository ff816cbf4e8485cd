"""The form of a version of the moderation policy."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.privacy.versionform import VersionForm

from .approving import approve_policy
from .enums import Question


class PolicyForm(VersionForm):
    """A version counts within its language."""

    approve = forms.BooleanField(
        label=_("Approve this version"),
        required=False,
        help_text=_(
            "From then on readers answer these questions, the public page shows them, and nobody can change them. "
            "For other words, add a new version."
        ),
    )

    def clean(self):
        """Refuse a question without a point, besides."""
        data = super().clean()
        for key in Question.values:
            if not data.get(f"{key}_points", "").strip() and f"{key}_points" not in self.errors:
                self.add_error(f"{key}_points", _("Write at least one point."))
        return data

    @staticmethod
    def approved(version):
        return approve_policy(policy=version)
