"""What a picture and a recording have in common as they are chosen: one file, its words, and one kept before."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.enums import AttachedKind


class AttachForm(forms.Form):
    """One file and its words. `kept` is the file that is there already; then choosing another is optional."""

    kind: AttachedKind

    def __init__(self, data=None, files=None, *, kept=None, too_big=False):
        initial = {"file": kept, "text": kept.text, "in_words": kept.in_words} if kept else {}
        super().__init__(data, files, initial=initial)
        self.kept = kept
        if kept:
            self.fields["file"].label = _("Choose another")
        if too_big:
            self.fields["file"].required = False
            self.add_error("file", self.fields["file"].too_big)

    def answers(self) -> dict:
        """Return what is kept, as the action takes it."""
        given = self.cleaned_data
        return {"cleaned": given["file"], "text": given["text"], "in_words": given.get("in_words", False)}
