"""What safeguarding writes about a worry: an entry of its record, and what was decided."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from .enums import Told
from .prompts import GROUPS, PROMPTS, Prompt

LONGEST = 4_000


def field_for(prompt: Prompt) -> forms.Field:
    """Return the form field of a prompt. None of them has to be filled in."""
    given = {"label": prompt.label, "help_text": prompt.help, "required": False}
    if prompt.choices is None:
        area = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        return forms.CharField(max_length=LONGEST, widget=area, **given)
    if prompt.many:
        return forms.MultipleChoiceField(choices=prompt.choices.choices, widget=forms.CheckboxSelectMultiple, **given)
    return forms.ChoiceField(choices=prompt.choices.choices, widget=forms.RadioSelect, **given)


class SeenForm(forms.Form):
    """A form that says how long the record was that its sender had before them."""

    name = ""
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, shown: int = 0, **kwargs):
        super().__init__(data, auto_id=f"{self.name}-%s", initial={"seen": shown}, **kwargs)

    def clean_seen(self):
        """Return a number; a form that lost it has seen nothing."""
        return self.cleaned_data["seen"] or 0

    def again(self, shown: int) -> "SeenForm":
        """Let the same words be sent once more, over what is on the screen now."""
        self.data = self.data.copy()
        self.data["seen"] = shown
        return self


class EntryForm(SeenForm):
    """One entry: as many of the prompts as somebody can answer now."""

    name = "entry"
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.initial["key"] = uuid.uuid4()
        self.fields.update({key: field_for(prompt) for key, prompt in PROMPTS.items()})

    def groups(self) -> list:
        """Return (key, title, fields) of each group, for the page."""
        return [(key, title, [self[prompt.key] for prompt in prompts]) for key, title, prompts in GROUPS]

    def clean_key(self):
        """Return the key of this entry; a form that lost it gets one."""
        return self.cleaned_data["key"] or uuid.uuid4()

    def clean(self):
        """Ask for a ground where somebody was told or nobody was, and refuse an entry without a word."""
        data = super().clean()
        told = data.get("told") or []
        if Told.NOBODY in told and len(told) > 1:
            self.add_error("told", now_("Tick those you told, or nobody."))
        if told and not data.get("basis"):
            self.add_error("basis", now_("Choose the ground. If you told nobody, choose why."))
        if told and not data.get("why"):
            self.add_error("why", now_("Write one line on why. It is asked for whenever somebody is told, or nobody."))
        if not self.errors and not self.answers():
            raise ValidationError(now_("Please write something first. One line will do."))
        return data

    def answers(self) -> dict:
        """Return what was filled in."""
        return {key: value for key in PROMPTS if (value := self.cleaned_data.get(key))}


class OutcomeForm(SeenForm):
    """What was decided about a worry."""

    name = "outcome"
    outcome = forms.CharField(
        label=_("What was decided?"),
        help_text=_("Only safeguarding reads this."),
        error_messages={"required": _("Please write something here first.")},
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class WorryForm(forms.Form):
    """A worry of safeguarding's own, with or without a word."""

    text = forms.CharField(
        label=_("What worries you? You can leave this empty."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="worry-%s", **kwargs)
