"""What an author is asked in their room: a message, a worry, the answers to suggestions, the yes."""

import hashlib
import json
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories.models import StoryPage
from workflows.review.differences import GONE, NEW, differences
from workflows.review.enums import HEADLINE, Answer, SuggestionKind
from workflows.review.models import Suggestion
from workflows.review.rules import is_answerable

from .fields import OwnWords

LONGEST_MESSAGE = 5_000
LONGEST_PART = 20_000
LONGEST_TITLE = StoryPage._meta.get_field("headline").max_length
TOO_LONG = gettext_lazy("This has %(show_value)s characters. Please use %(limit_value)s or fewer. Nothing is lost.")


class MessageForm(forms.Form):
    """A message to staff."""

    text = OwnWords(
        label=gettext_lazy("Write to our staff"),
        help_text=gettext_lazy("Our staff read it, not the volunteers. It is not read at night."),
        longest=LONGEST_MESSAGE,
        too_long=TOO_LONG,
        error_messages={"required": gettext_lazy("Write your message first.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WorryForm(forms.Form):
    """A worry. Nobody has to say what it is."""

    text = OwnWords(
        label=gettext_lazy("You can say what worries you. You don’t have to."),
        required=False,
        longest=LONGEST_MESSAGE,
        too_long=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Change(NamedTuple):
    """One suggestion as the page shows it."""

    number: int
    suggestion: Suggestion
    place: str
    yours: list
    theirs: list
    earlier: str
    answer: forms.BoundField
    words: forms.BoundField


class AnswersForm(forms.Form):
    """One answer for each suggestion, nothing chosen in advance; an answer left out stays open.

    `shown` says which words and answers were on the screen, so that an old page changes nothing by mistake.
    """

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, asked: list[Suggestion], digest: str, again: bool = False):
        self.suggestions = suggestions = _open_to_answer(asked)
        self.earlier = {row.paragraph: row.own_words for row in asked if row.turned_down}
        self.now = _shown(suggestions, digest)
        if again:
            data = data.dict() | {"shown": self.now}
        super().__init__(data, initial={"shown": self.now})
        for suggestion in suggestions:
            self.fields[f"answer-{suggestion.pk}"] = _answer_field(suggestion)
            self.fields[f"words-{suggestion.pk}"] = _words_field(suggestion, self.earlier.get(suggestion.paragraph))

    def clean(self):
        for suggestion in self.suggestions:
            answer, words = self._given(suggestion)
            if f"words-{suggestion.pk}" in self.errors:
                continue
            if answer == Answer.OWN and words in ("", suggestion.before, self.earlier.get(suggestion.paragraph)):
                self.add_error(f"words-{suggestion.pk}", _("Write your new words, or choose another answer."))
            elif not answer and f"answer-{suggestion.pk}" not in self.errors and self._has_typed(suggestion, words):
                sentence = _("Choose “Say it another way” if these are your new words.")
                self.add_error(f"answer-{suggestion.pk}", sentence)
        return self.cleaned_data

    @property
    def is_foreign(self) -> bool:
        """Tell whether an answer came to something that is not asked here, or no more."""
        known = {f"answer-{suggestion.pk}" for suggestion in self.suggestions}
        return any(name.startswith("answer-") and name not in known for name in self.data)

    @property
    def is_stale(self) -> bool:
        """Tell whether the page this came from showed other words or answers than there are now."""
        return self.data.get("shown") != self.now

    def new_answers(self) -> dict[UUID, tuple[Answer, str]]:
        """Return the answers that differ from those we have."""
        given = {suggestion: self._given(suggestion) for suggestion in self.suggestions}
        return {
            suggestion.pk: (Answer(answer), words)
            for suggestion, (answer, words) in given.items()
            if answer and (answer, words) != (suggestion.answer, suggestion.own_words)
        }

    def changes(self) -> list[Change]:
        """Return each suggestion with its two texts in pieces and its fields."""
        found = []
        for number, row in enumerate(self.suggestions, start=1):
            yours = _marked(row.after, row.before) if row.after else [("same", row.before)]
            theirs = _marked(row.before, row.after) if row.after else []
            place = _("Your title") if row.paragraph == HEADLINE else ""
            answer, words = self[f"answer-{row.pk}"], self[f"words-{row.pk}"]
            earlier = self.earlier.get(row.paragraph, "")
            earlier = "" if earlier == row.before else earlier
            found.append(Change(number, row, place, yours, theirs, earlier, answer, words))
        return found

    def _given(self, suggestion) -> tuple[str, str]:
        answer = self.cleaned_data.get(f"answer-{suggestion.pk}") or ""
        words = (self.cleaned_data.get(f"words-{suggestion.pk}") or "").strip()
        if suggestion.paragraph == HEADLINE:
            words = " ".join(words.split())
        return answer, (words if answer in ("", Answer.OWN) else "")

    def _has_typed(self, suggestion, words) -> bool:
        shown = (suggestion.before.strip(), suggestion.own_words, self.earlier.get(suggestion.paragraph))
        return words not in ("", *shown)


def _open_to_answer(asked: list[Suggestion]) -> list[Suggestion]:
    """Return the suggestions to show: where a part can't be published as it is, only that question counts."""
    found = [row for row in asked if not row.turned_down]
    musts = {row.paragraph for row in found if row.kind == SuggestionKind.MUST}
    return [row for row in found if row.kind == SuggestionKind.MUST or row.paragraph not in musts]


def _marked(other: str, text: str) -> list[tuple[str, str]]:
    """Return a text in pieces, those the other text has not got as `own`; the blank after a word is not marked."""
    pieces = []
    for kind, words in differences(other, text):
        if kind == NEW:
            bare = words.rstrip()
            pieces += [("own", bare), ("same", words[len(bare) :])]
        elif kind != GONE:
            pieces.append(("same", words))
    return [(kind, words) for kind, words in pieces if words]


def _shown(suggestions, digest: str) -> str:
    """Return a mark of the words and answers on the screen."""
    answers = [(str(row.pk), row.answer, str(row.answered_at), str(row.checked_at)) for row in suggestions]
    return hashlib.sha256(json.dumps([digest, answers]).encode()).hexdigest()


def _answer_field(suggestion) -> forms.ChoiceField:
    is_headline = suggestion.paragraph == HEADLINE
    offered = [Answer.USE, Answer.KEEP, Answer.OWN]
    if not is_answerable(suggestion, Answer.KEEP, is_headline=is_headline):
        offered = [Answer.USE, Answer.OWN, Answer.LEAVE_OUT]
    choices = [(a.value, a.label) for a in offered if is_answerable(suggestion, a, is_headline=is_headline)]
    return forms.ChoiceField(
        label=_("Your answer"),
        choices=choices,
        required=False,
        initial=suggestion.answer,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("That answer does not fit this part. Please choose another.")},
    )


def _words_field(suggestion, earlier: str | None) -> OwnWords:
    is_headline = suggestion.paragraph == HEADLINE
    widget = forms.TextInput() if is_headline else forms.Textarea(attrs={"rows": 4})
    return OwnWords(
        label=_("Your new words"),
        required=False,
        longest=LONGEST_TITLE if is_headline else LONGEST_PART,
        too_long=TOO_LONG,
        initial=suggestion.own_words or earlier or suggestion.before,
        widget=widget,
    )
