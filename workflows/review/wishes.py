"""What a champion wishes to read: their languages, and what they would rather not read about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.languages import ANOTHER, WRITTEN
from home.subjects import subject_choices
from workflows.people.models import SubjectsToAvoid


class WishesForm(forms.Form):
    """Languages and subjects. Both lists are the site's own."""

    languages = forms.MultipleChoiceField(
        label=_("I read stories in"),
        help_text=_("Tick none, and we go by the language of your letters."),
        choices=[(code, name) for code, name in WRITTEN if code != ANOTHER],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    subjects = forms.MultipleChoiceField(
        label=_("I’d rather not read about"),
        help_text=_("Nobody but you sees this. Stories about it are not offered to you, and nobody is told why."),
        choices=subject_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def wishes_of(person) -> dict:
    """Return what a champion has chosen so far; their letters' language where they chose none."""
    profile = getattr(person, "champion", None)
    row = SubjectsToAvoid.objects.filter(person=person).first()
    languages = (profile.languages if profile else []) or [person.language]
    return {"languages": languages, "subjects": row.subjects["keys"] if row else []}
