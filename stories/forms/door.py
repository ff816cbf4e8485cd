"""The ways back to a story: its ten words, or the first two where this browser was just in it."""

import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories.codes import UnreadableCode, hash_opening, read_code, read_words

PLAIN_INPUT = {
    "autocapitalize": "none",
    "autocomplete": "off",
    "autocorrect": "off",
    "spellcheck": "false",
}


def read_typed(reader, text):
    """Return what a reader of `codes` makes of a text; its refusal becomes the field's mistake."""
    try:
        return reader(text)
    except UnreadableCode as error:
        raise ValidationError(str(error)) from error


class DoorForm(forms.Form):
    """All ten words, in one field that neither corrects nor capitalises."""

    code = forms.CharField(
        label=gettext_lazy("Your ten words"),
        help_text=gettext_lazy("Type whole words, or the first four letters of each."),
        error_messages={"required": gettext_lazy("Type your ten words.")},
        widget=forms.Textarea(attrs={**PLAIN_INPUT, "rows": 3, "dir": "ltr", "lang": "en"}),
    )

    def clean_code(self):
        return read_typed(read_code, self.cleaned_data["code"])


class CarryOnForm(forms.Form):
    """The first two words of the code; of a draft that has none yet, the first three words of the story."""

    opening = forms.CharField(widget=forms.TextInput(attrs={**PLAIN_INPUT, "dir": "auto"}))

    def __init__(self, data=None, *, submission, **kwargs):
        super().__init__(data, **kwargs)
        self.submission = submission
        field = self.fields["opening"]
        if submission.code_hash:
            field.label = _("The first two of your ten words")
            field.error_messages["required"] = _("Type the first two of your ten words.")
        else:
            field.label = _("The first three words you wrote in your story")
            field.error_messages["required"] = _("Type the first three words you wrote.")

    def clean_opening(self):
        typed = self.cleaned_data["opening"]
        matches = self._opens_code(typed) if self.submission.code_hash else self._opens_story(typed)
        if not matches:
            raise ValidationError(_("Those are not the words. Nothing was lost. Try again."), code="wrong")
        return typed

    def _opens_code(self, typed: str) -> bool:
        words = read_typed(read_words, typed)
        opening = hash_opening(self.submission.case, words)
        return len(words) == 2 and secrets.compare_digest(opening, self.submission.opening_hash)

    def _opens_story(self, typed: str) -> bool:
        written = _letters(self.submission.words or self.submission.headline)[:3]
        return bool(written) and _letters(typed)[:3] == written


def _letters(text: str) -> list[str]:
    plain = "".join(sign if sign.isalnum() or sign.isspace() else " " if sign in "-–—…" else "" for sign in text)
    return plain.casefold().split()
