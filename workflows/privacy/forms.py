"""The form of a consent wording."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .actions import approve_wording
from .versionform import VersionForm


class WordingForm(VersionForm):
    """A version counts within its use and language."""

    stays = _("These words were approved. They stay as they are. Add a new version instead.")

    approve = forms.BooleanField(
        label=_("Approve these words"),
        required=False,
        help_text=_(
            "From then on people are asked with them, and nobody can change them. For other words, add a new version. "
            "A language opens for sharing when both wordings that are asked before sending are approved in it."
        ),
    )

    @staticmethod
    def approved(version):
        return approve_wording(wording=version)
