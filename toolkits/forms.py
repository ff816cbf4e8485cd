"""What an editor writes to make a release."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import PackRelease
from .rules import next_number


class ReleaseForm(forms.Form):
    """A number, offered one step after the last, and what changed."""

    number = forms.CharField(
        label=_("Version number"),
        max_length=12,
        validators=PackRelease._meta.get_field("number").validators,
        help_text=_("As in: 2.1. Each number is used once."),
    )
    change_note = forms.CharField(
        label=_("What changed"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Teachers read this beside the download. Say it in plain words."),
    )

    def __init__(self, *args, pack, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = next_number([one.version for one in pack.releases.all()])


class RecallForm(forms.Form):
    """Why a release is called back."""

    reason = forms.CharField(
        label=_("Why it is called back"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who has this version reads it. Name no person and no story."),
    )
