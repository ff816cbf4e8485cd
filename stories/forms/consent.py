"""The two things an author is asked to agree to before sending. Nothing is ticked in advance."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from workflows.privacy.enums import AT_SENDING, Use
from workflows.privacy.models import ConsentWording

from .step import StepForm


class ConsentForm(StepForm):
    """Two boxes, nothing ticked in advance. Each box is worth the id of the wording that stood beside it.

    Shown only in a language with approved wordings: `stories.views.languages` sees to it.
    """

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.wordings = ConsentWording.objects.current(get_language(), AT_SENDING)
        for use, wording in self.wordings.items():
            self.fields[use.value] = forms.BooleanField(
                label=wording.text,
                required=not self.partial,
                widget=forms.CheckboxInput(attrs={"value": wording.pk}),
                error_messages={"required": _MISSING_TICK[use]},
            )

    def clean(self):
        for use, wording in self.wordings.items():
            ticked = self.cleaned_data.get(use.value)
            if ticked and self.data.get(use.value) != str(wording.pk):
                self.add_error(
                    use.value, _("We changed these words since you opened the page. Please read them again.")
                )
        return self.cleaned_data

    def answers(self):
        return {"ticked": {use.value: self.wordings[use].pk for use in AT_SENDING if self.cleaned_data.get(use.value)}}


_MISSING_TICK = {
    Use.HEALTH: _("Tick this box if you agree. Without it we may not keep or read what you wrote."),
    Use.PUBLISH: _("Tick this box if you agree. Without it we can’t publish your story here."),
}
