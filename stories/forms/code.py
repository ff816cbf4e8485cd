"""The code's page: to be sure that somebody has the ten words, two of them can be typed. It can be skipped."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories.codes import read_words

from .door import PLAIN_INPUT, read_typed

THIRD, SEVENTH = 3, 7


def _word(label):
    return forms.CharField(label=label, required=False, widget=forms.TextInput(attrs={**PLAIN_INPUT, "dir": "ltr"}))


class KeptForm(forms.Form):
    """Words 3 and 7 of the code that is on the screen; left empty, they are not asked for."""

    third = _word(gettext_lazy("Word 3"))
    seventh = _word(gettext_lazy("Word 7"))

    def __init__(self, data=None, *, code: str, **kwargs):
        super().__init__(data, **kwargs)
        self.words = code.split()
        for name in ("third", "seventh"):
            self.fields[name].widget.attrs["class"] = "short"

    def clean_third(self):
        return self._same("third", THIRD)

    def clean_seventh(self):
        return self._same("seventh", SEVENTH)

    def _same(self, name, place):
        typed = self.cleaned_data[name]
        if typed and self.words and read_typed(read_words, typed) != [self.words[place - 1]]:
            raise ValidationError(_("Word %(place)d on your list is another one. Look again.") % {"place": place})
        return typed
