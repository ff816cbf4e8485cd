"""What staff write when they ask somebody to read a story."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import HELD
from .obstacles import obstacle

LONGEST_REASON = 1_000
ONE_MORE = "more"


class PlaceForm(forms.Form):
    """Who reads, in whose place, and why."""

    instead_of = forms.ChoiceField(
        label=_("In whose place?"),
        error_messages={"required": _("Choose in whose place, or one more reader.")},
        widget=forms.RadioSelect,
    )
    reader = forms.TypedChoiceField(label=_("Who is asked?"), required=False, coerce=int, empty_value=None)
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Kept with the story, for safeguarding alone. Erased with it."),
        error_messages={"required": _("Please say why, in a few words.")},
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, readings, people, story, **kwargs):
        super().__init__(*args, **kwargs)
        held = [(reading.pk, str(reading.champion)) for reading in readings if reading.state in HELD]
        self.fields["instead_of"].choices = [(ONE_MORE, _("Nobody’s: one more reader")), *held]
        self.fields["reader"].choices = [
            ("", _("Whoever is free and fairest")),
            *[_named(one, story) for one in people],
        ]
        self.initial.setdefault("seen", len(readings))

    def clean(self):
        """Say nobody's place as None."""
        data = super().clean()
        chosen = data.get("instead_of")
        return {**data, "instead_of": None if chosen == ONE_MORE else chosen}


def _named(person, story) -> tuple[int, str]:
    """Return a choice; with the obstacle that a person, unlike the clock, may overlook."""
    kind = obstacle(person, story)
    return person.pk, f"{person.name} ({kind.label})" if kind else person.name
