"""What a champion answers about a story as a whole: the policy's four questions, and a verdict."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import Verdict
from .findings import LONGEST_LINE

NOTHING, SOMETHING = "nothing", "something"
HERE = [(NOTHING, _("Nothing here")), (SOMETHING, _("Something here"))]
VERDICTS = [
    (Verdict.FINE, Verdict.FINE.label),
    (Verdict.FINE_WITH_SUGGESTIONS, Verdict.FINE_WITH_SUGGESTIONS.label),
    (Verdict.NOT_NOW, _("Not ready: ask a third champion")),
]


class VerdictForm(forms.Form):
    """The four questions in their order, detail only where something is there; then the verdict.

    "With my suggestions" is offered to those who made some.
    """

    verdict = forms.ChoiceField(
        label=_("What do you think?"),
        error_messages={"required": _("Choose your answer.")},
        choices=VERDICTS,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, policy, has_suggestions: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_suggestions:
            offered = [choice for choice in VERDICTS if choice[0] != Verdict.FINE_WITH_SUGGESTIONS]
            self.fields["verdict"].choices = offered
        self.asked = policy.questions if policy else []
        for question in self.asked:
            self._ask(question)
        self.order_fields([name for name in self.fields if name != "verdict"])

    def _ask(self, question):
        missing = _("Answer “%(question)s”.") % {"question": question.title}
        self.fields[question.key] = forms.ChoiceField(
            label=question.title,
            help_text=question.text,
            error_messages={"required": missing},
            choices=HERE,
            widget=forms.RadioSelect,
        )
        self.fields[f"{question.key}_points"] = forms.MultipleChoiceField(
            label=_("What is there?"), required=False, choices=question.points, widget=forms.CheckboxSelectMultiple
        )
        self.fields[f"{question.key}_line"] = forms.CharField(
            label=_("In one line (optional)"),
            help_text=_("Staff read it, the author does not."),
            required=False,
            max_length=LONGEST_LINE,
        )

    def questions(self):
        """Return (the choice, its points, its line) of each question, to be shown together."""
        return [(self[one.key], self[f"{one.key}_points"], self[f"{one.key}_line"]) for one in self.asked]

    def clean(self):
        """Ask what is there where something is; never drop a point because of a slip in the choice above it."""
        data = super().clean()
        for question in self.asked:
            told = bool(data.get(f"{question.key}_points") or data.get(f"{question.key}_line"))
            if data.get(question.key) == SOMETHING and not told and not self._is_wrong(question.key):
                self.add_error(f"{question.key}_points", _("Say what is there: choose a point, or write one line."))
            if data.get(question.key) == NOTHING and told:
                self.add_error(
                    question.key, _("You chose “Nothing here”, and said what is there. Choose again, or empty it.")
                )
        if data.get("verdict") == Verdict.NOT_NOW and self.asked and not self.errors and not self.found():
            said = _("Say which of the four questions makes it not ready: choose “Something here” at one of them.")
            self.add_error("verdict", said)
        return data

    def _is_wrong(self, key: str) -> bool:
        return bool({f"{key}_points", f"{key}_line"} & self.errors.keys())

    def found(self) -> dict[str, dict]:
        """Return what was found, by question; nothing for those with nothing."""
        data = self.cleaned_data
        return {
            one.key: {"points": data[f"{one.key}_points"], "line": data[f"{one.key}_line"]}
            for one in self.asked
            if data.get(one.key) == SOMETHING
        }
