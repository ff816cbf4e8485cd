"""What schools and staff fill in. Nothing asks for what somebody has lived through."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .enums import OVER, VisitState
from .evaluating import QUESTIONS, SCALE


class Trap(forms.Form):
    """A field nobody sees: what fills it in is a machine."""

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave this empty."))
        return ""


class NewsForm(Trap):
    address = forms.EmailField(
        label=_("What is your email address?"),
        help_text=_("We write when there is a new version, and for nothing else."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class VisitForm(Trap):
    school = forms.CharField(label=_("Which school or group?"), max_length=120)
    contact = forms.CharField(
        label=_("Who can we talk to?"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    address = forms.EmailField(
        label=_("Their email address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    dates = forms.CharField(
        label=_("Which days would suit you?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three weeks from now or later. Please name no pupil."),
    )
    sessions = forms.ModelMultipleChoiceField(
        label=_("Which sessions should they lead with you?"), queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, sessions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sessions"].queryset = sessions
        self.fields["sessions"].label_from_instance = lambda one: f"{one.stage} · {one.number}. {one.title}"


class MoveVisitForm(forms.Form):
    state = forms.ChoiceField(label=_("How far is it?"), choices=VisitState.choices)
    reply_by = forms.DateField(
        label=_("By when does the school hear again?"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    agreed_for = forms.DateField(label=_("Agreed for"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(
        label=_("Note for the team"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        found = super().clean()
        if found.get("state") not in {*OVER, VisitState.AGREED} and not found.get("reply_by"):
            self.add_error("reply_by", _("Say by when the school hears again."))
        if found.get("state") == VisitState.AGREED and not found.get("agreed_for"):
            self.add_error("agreed_for", _("Say which day was agreed."))
        return found


class EvaluationForm(Trap):
    """Four statements on a scale, and what should change."""

    def __init__(self, *args, who, **kwargs):
        super().__init__(*args, **kwargs)
        self.who = who
        for key, label in QUESTIONS[who].items():
            self.fields[key] = forms.TypedChoiceField(
                label=label,
                choices=SCALE.items(),
                coerce=int,
                required=False,
                empty_value=None,
                widget=forms.RadioSelect,
            )
        self.fields["change"] = forms.CharField(
            label=_("What should we change?"),
            required=False,
            max_length=600,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("About the lesson. Please don’t write about yourself or anybody else here."),
        )

    def clean(self):
        found = super().clean()
        if not (self.scales() or found.get("change", "").strip()):
            raise ValidationError(_("Please answer at least one of these. Any one will do."))
        return found

    def scales(self) -> dict[str, int]:
        """Return the answers given, by their questions."""
        keys = QUESTIONS[self.who]
        return {key: self.cleaned_data[key] for key in keys if self.cleaned_data.get(key)}


class ProposalForm(forms.Form):
    pack = forms.ModelChoiceField(label=_("Which pack?"), queryset=None)
    session = forms.ModelChoiceField(label=_("Which session? (optional)"), queryset=None, required=False)
    said = forms.CharField(
        label=_("What was said?"),
        max_length=240,
        help_text=_("In one sentence, in their sense. It is shown: name nobody."),
    )
    people = forms.IntegerField(label=_("How many said it?"), min_value=1, max_value=100_000)

    def __init__(self, *args, packs, sessions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pack"].queryset, self.fields["session"].queryset = packs, sessions


class DecisionForm(forms.Form):
    changed = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[("yes", _("We changed it")), ("no", _("We did not change it"))],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=_("What did you change, or why not?"), max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
    next_step = forms.CharField(label=_("What is next, and when? (optional)"), max_length=200, required=False)


class RankForm(forms.Form):
    """Which of the open proposals matter most."""

    def __init__(self, *args, proposals, several: bool, **kwargs):
        super().__init__(*args, **kwargs)
        kind = forms.ModelMultipleChoiceField if several else forms.ModelChoiceField
        widget = forms.CheckboxSelectMultiple if several else forms.RadioSelect
        more = {} if several else {"empty_label": None}
        self.fields["proposals"] = kind(
            label=_("What matters most to you?"), queryset=proposals, required=not several, widget=widget, **more
        )
        self.fields["proposals"].label_from_instance = lambda one: one.said
