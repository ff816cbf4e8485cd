"""What every kept step of sharing has in common; each adds `answers()`, what the step saves."""

from django import forms


class StepForm(forms.Form):
    """One step. Partly filled is fine when somebody saves to come back later: then nothing is required."""

    def __init__(self, data=None, *, submission, partial=False, **kwargs):
        super().__init__(data, initial=self.known(submission), **kwargs)
        self.submission, self.partial = submission, partial
        if partial:
            for field in self.fields.values():
                field.required = False

    @staticmethod
    def known(submission) -> dict:
        """Return what was answered before."""
        return {}
