"""The form with which an editor suggests a change."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.review.enums import MADE_BY_READERS
from workflows.review.forms import WithReasons

from .fields import plain_text

KINDS = [(kind.value, kind.label) for kind in MADE_BY_READERS]


class SuggestForm(WithReasons):
    """Other words for one part, a reason from the list or in words, and which of the two kinds it is."""

    before = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is this?"), choices=KINDS, widget=forms.RadioSelect)
    after = forms.CharField(
        label=_("Your words"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    reason = forms.CharField(
        label=_("or say it in your own words"),
        help_text=_("Be kind and exact. You can do both."),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, reasons=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.list_reasons(reasons)
        self.order_fields(["before", "kind", "after", "listed", "reason"])

    def clean_before(self):
        """Return the words that were on the screen as they are stored: browsers send other ends of line."""
        return plain_text(self.cleaned_data["before"])
