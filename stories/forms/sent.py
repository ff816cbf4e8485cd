"""What was sent, to be changed: the writing page and the name on it, as one form."""

from django import forms

from stories.sent import seen_of

from .words import NameForm, WordsForm


class SentForm(NameForm, WordsForm):
    """Title, story and name, prefilled. `shown` says which of them were on the screen."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, submission, again: bool = False):
        self.now = seen_of(submission)
        if again:
            data = data.dict() | {"shown": self.now}
        super().__init__(data, submission=submission)
        self.initial["shown"] = self.now

    @property
    def is_stale(self) -> bool:
        """Tell whether the page this came from showed another story than there is now."""
        return self.data.get("shown") != self.now

    @staticmethod
    def known(submission):
        return {**WordsForm.known(submission), **NameForm.known(submission)}

    def clean(self):
        WordsForm.clean(self)
        return NameForm.clean(self)

    def answers(self):
        return {**WordsForm.answers(self), **NameForm.answers(self)}
