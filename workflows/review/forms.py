"""What champions write at their desk: a suggestion, a worry, a word on an author's change."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.privacy.models import CaseKey

from .enums import BYLINE, HEADLINE, SuggestionKind
from .models import Reading
from .own_stories import names_of

LONGEST_PART, LONGEST_REASON = 20_000, 1_000
MOST_A_WEEK = 50
A_LIMIT = _("Type a number from 1 to 50. To read none for a while, take a break.")


class WithReasons(forms.Form):
    """A reason from the editable list, beside the one in words that a form of suggestions has; both together or one."""

    listed = forms.ChoiceField(
        label=_("Why? Choose a reason,"),
        help_text=_("The author reads it beside your words. Spelling needs no reason."),
        required=False,
    )

    def list_reasons(self, reasons) -> None:
        """Offer these reasons to choose from."""
        self.fields["listed"].choices = [("", _("None of these")), *((text, text) for text in reasons)]

    def proposal(self) -> dict:
        """Return what to propose, with one reason made of what was chosen and what was written."""
        data = dict(self.cleaned_data)
        data["reason"] = "\n".join(filter(None, [data.pop("listed"), data["reason"]]))
        return data


class SuggestForm(WithReasons):
    """Other words for one part, a reason from the list or in words, and what it is. Ids differ from part to part."""

    after = forms.CharField(label=_("New words"), required=False, widget=forms.Textarea(attrs={"rows": 6}))
    reason = forms.CharField(
        label=_("or say it in your own words"),
        help_text=_("Be kind and exact. You can do both."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kind = forms.ChoiceField(
        label=_("What is this?"),
        error_messages={"required": _("Choose what it is: a suggestion, or a part we can’t publish.")},
        choices=[
            (SuggestionKind.SUGGESTION, _("A suggestion")),
            (SuggestionKind.SPELLING, _("Spelling only: the words stay the same")),
            (SuggestionKind.MUST, _("We can’t publish this part as it is, because of what I wrote above")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, part: str, words: str, reasons=(), typed=None, **kwargs):
        super().__init__(*args, auto_id=f"{part}-%s", initial={"after": words, **(typed or {})}, **kwargs)
        self.list_reasons(reasons)
        self.order_fields(["after", "listed", "reason", "kind"])
        longest = max(LONGEST_PART, len(words) + LONGEST_REASON)
        self.fields["after"].validators.append(MaxLengthValidator(longest))
        if part in (HEADLINE, BYLINE):
            self.fields["after"].widget = forms.TextInput()
        self.words = words

    def clean(self):
        """Ask for a reason, except for spelling."""
        data = super().clean()
        is_missing = not (data.get("reason") or data.get("listed")) and not {"reason", "listed"} & self.errors.keys()
        if is_missing and data.get("kind") != SuggestionKind.SPELLING:
            self.add_error("reason", _("Please say why, in a few words, or choose a reason."))
        return data

    def proposal(self) -> dict:
        """Return what to propose; words left as they are beside a "can't publish" are no proposal."""
        data = super().proposal()
        same = data["after"].replace("\r\n", "\n") == self.words.strip()
        return {**data, "after": ""} if same and data["kind"] == SuggestionKind.MUST else data


class PaceForm(forms.Form):
    """How many stories a week a champion is offered at most: their own choice."""

    weekly_limit = forms.IntegerField(
        label=_("Stories a week, at most"),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), A_LIMIT),
        min_value=1,
        max_value=MOST_A_WEEK,
    )


class ReadingChoice(forms.ModelChoiceField):
    """One of a champion's own readings, named so that nobody freezes the wrong story."""

    person = None

    def label_from_instance(self, obj):
        if not hasattr(self, "_names"):
            self._names = names_of(self.queryset, self.person)
        return self._names[obj.pk]


class WorryForm(forms.Form):
    """A worry about one story, with a line if the champion wishes."""

    reading = ReadingChoice(
        label=_("Which story is it about?"),
        error_messages={"required": _("Choose the story you mean.")},
        queryset=None,
        empty_label=None,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What worries you? You can leave this empty."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        kept = Exists(CaseKey.objects.filter(case=OuterRef("case")))  # an erased case holds no words any more
        self.fields["reading"].person = person
        self.fields["reading"].queryset = Reading.objects.for_reader(person).filter(kept).order_by("-offered_at")


class Fit(models.TextChoices):
    """Whether changed words can stand."""

    FINE = "fine", _("Fine")
    CANNOT = "cannot", _("We can’t publish it as it is, because …")


class Stay(models.TextChoices):
    """Whether a part can stay as its author wrote it."""

    YES = "yes", _("Yes, it can stay")
    NO = "no", _("No, a person should talk with the author")
    NOT_ME = "not-me", _("I would rather not say, or I think I know who this is")


class StayForm(forms.Form):
    """What a reader says of a part its author would like to keep; a line only for whoever talks with the author."""

    stay = forms.ChoiceField(
        label=_("Can it stay?"),
        error_messages={"required": _("Choose your answer.")},
        choices=Stay.choices,
        widget=forms.RadioSelect,
    )
    line = forms.CharField(
        label=_("A line for the person who talks with the author (optional)"),
        help_text=_("Only if it can’t stay. The author does not see it."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def said(self) -> dict:
        """Return the answer as the action takes it. Who would rather not say leaves no line."""
        stay = self.cleaned_data["stay"]
        line = self.cleaned_data["line"] if stay == Stay.NO else ""
        return {"can_stay": {Stay.YES: True, Stay.NO: False}.get(stay), "line": line}


class ChangeForm(forms.Form):
    """What a reader says to an author's changed words: fine, or why they can't be published as they are."""

    fit = forms.ChoiceField(
        label=_("Can these words be published?"),
        error_messages={"required": _("Choose your answer.")},
        choices=Fit.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Because …"),
        help_text=_("Only if they can’t be published as they are. The author reads this."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        """Ask for a reason with a no, and refuse one with a yes, which it would turn around."""
        data = super().clean()
        reason, fit = data.get("reason", ""), data.get("fit")
        if fit == Fit.CANNOT and not reason and "reason" not in self.errors:
            self.add_error("reason", _("Please say why, in words the author can understand."))
        if fit == Fit.FINE and reason:
            self.add_error("reason", _("You wrote a reason, but chose “Fine”. Please choose again, or empty this."))
        return data
