"""The answers to suggestions: one for each, one for all of the spelling, one for each thing an editor added."""

import hashlib
import json
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories.additions import NOTE, PICTURE, PULL, named
from stories.models import StoryPage
from workflows.review.differences import GONE, NEW, differences
from workflows.review.enums import BYLINE, HEADLINE, Answer, SuggestionKind
from workflows.review.models import Plea, Suggestion
from workflows.review.rules import is_answerable

from .fields import OwnWords
from .my_story import LONGEST_PART, TOO_LONG

CHANGES = (Answer.USE, Answer.OWN, Answer.LEAVE_OUT)
LONGEST = {name: StoryPage._meta.get_field(name).max_length for name in (HEADLINE, BYLINE)}
LONGEST_ALT = StoryPage._meta.get_field("picture_alt").max_length


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
    plea: Plea | None = None  # the author asked to keep this part

    @property
    def kind(self) -> str:
        """Return what this is to its author: a word for the template."""
        if self.suggestion.is_beside:
            name = self.suggestion.paragraph
            return "pull" if name == PULL else "note" if name.startswith(NOTE) else "picture"
        return self.suggestion.kind

    @property
    def may_be_kept(self) -> bool:
        """Tell whether the author may ask its readers to let it stay."""
        row = self.suggestion
        is_must = row.kind == SuggestionKind.MUST and row.withdrawn_at is None
        return is_must and self.plea is None and not row.is_beside

    @property
    def added(self) -> str:
        """Return what an editor added, in words."""
        return named(self.suggestion.paragraph, self.suggestion.after or self.suggestion.before)


class Spelling:
    """What an author may answer to all spelling at once."""

    USE, KEEP = "use", "keep"
    CHOICES = ((USE, gettext_lazy("Use all of it")), (KEEP, gettext_lazy("Leave it as I wrote it")))


class AnswersForm(forms.Form):
    """One answer for each suggestion, nothing chosen in advance; an answer left out stays open.

    Spelling has one answer for all of it; an answer to a single place counts for more.

    `shown` says which words and answers were on the screen, so that an old page changes nothing by mistake.
    """

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, asked: list[Suggestion], digest: str, pleas=(), again: bool = False):
        self.asked = asked
        self.pleas = {plea.paragraph: plea for plea in pleas}
        self.suggestions = suggestions = _open_to_answer(asked)
        self.earlier = {row.paragraph: row.own_words for row in asked if row.turned_down}
        self.now = _shown(suggestions, digest)
        if again:
            data = data.dict() | {"shown": self.now}
        super().__init__(data, initial={"shown": self.now})
        for suggestion in suggestions:
            self.fields[f"answer-{suggestion.pk}"] = _answer_field(suggestion)
            self.fields[f"words-{suggestion.pk}"] = _words_field(suggestion, self.earlier.get(suggestion.paragraph))
        self.spelled = [row for row in suggestions if row.kind == SuggestionKind.SPELLING]
        if self.spelled:
            self.fields["spelling"] = forms.ChoiceField(
                label=_("Your answer"),
                choices=Spelling.CHOICES,
                required=False,
                initial=self._said_to_spelling(),
                widget=forms.RadioSelect,
            )

    def _said_to_spelling(self) -> str:
        """Return the one answer that all spelling has, if it has one."""
        said = {row.answer for row in self.spelled}
        return said.pop() if len(said) == 1 else ""

    def clean(self):
        for suggestion in self.suggestions:
            answer, words = self._given(suggestion)
            if f"words-{suggestion.pk}" in self.errors:
                continue
            if answer == Answer.OWN and words in ("", _start(suggestion), self.earlier.get(suggestion.paragraph)):
                self.add_error(f"words-{suggestion.pk}", _("Write your new words, or choose another answer."))
            elif not answer and f"answer-{suggestion.pk}" not in self.errors and self._has_typed(suggestion, words):
                sentence = _("Choose “Say it another way” if these are your new words.")
                self.add_error(f"answer-{suggestion.pk}", sentence)
        return self.cleaned_data

    @property
    def spelling_field(self):
        """Return the one answer to all spelling."""
        return self["spelling"]

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
        given |= self._given_to_spelling(given)
        return {
            suggestion.pk: (Answer(answer), words)
            for suggestion, (answer, words) in given.items()
            if answer and (answer, words) != (suggestion.answer, suggestion.own_words)
        }

    def changes(self) -> list[Change]:
        """Return each suggestion with its two texts in pieces and its fields; additions and spelling are apart."""
        return self._as_changes(row for row in self.suggestions if row not in self.spelled and not row.is_beside)

    def spelling(self) -> list[Change]:
        """Return every place where spelling was tidied."""
        return self._as_changes(self.spelled)

    def additions(self) -> list[Change]:
        """Return what an editor put beside the words."""
        return self._as_changes(row for row in self.suggestions if row.is_beside)

    def _as_changes(self, rows) -> list[Change]:
        found = []
        for number, row in enumerate(rows, start=1):
            yours = _marked(row.after, row.before) if row.after else [("same", row.before)]
            theirs = _marked(row.before, row.after) if row.after else []
            place = {HEADLINE: _("Your title"), BYLINE: _("Your name on the page")}.get(row.paragraph, "")
            answer, words = self[f"answer-{row.pk}"], self[f"words-{row.pk}"]
            earlier = self.earlier.get(row.paragraph, "")
            earlier = "" if earlier == row.before else earlier
            plea = self.pleas.get(row.paragraph) if row.kind == SuggestionKind.MUST else None
            found.append(Change(number, row, place, yours, theirs, earlier, answer, words, plea))
        return found

    def _given_to_spelling(self, given) -> dict[Suggestion, tuple[str, str]]:
        """Return the one answer for every place without one of its own; a part is changed by one suggestion only."""
        answer = self.cleaned_data.get("spelling")
        open_to_it = [row for row in self.spelled if answer and given[row][0] in ("", row.answer)]
        taken = {row.paragraph for row, (said, _words) in given.items() if said in CHANGES and row not in open_to_it}
        found = {}
        for row in open_to_it:
            found[row] = (Answer.KEEP if row.paragraph in taken else Answer(answer), "")
            taken.add(row.paragraph)
        return found

    def _given(self, suggestion) -> tuple[str, str]:
        answer = self.cleaned_data.get(f"answer-{suggestion.pk}") or ""
        words = (self.cleaned_data.get(f"words-{suggestion.pk}") or "").strip()
        if suggestion.paragraph in (HEADLINE, BYLINE):
            words = " ".join(words.split())
        return answer, (words if answer in ("", Answer.OWN) else "")

    def _has_typed(self, suggestion, words) -> bool:
        shown = (_start(suggestion).strip(), suggestion.own_words, self.earlier.get(suggestion.paragraph))
        return words not in ("", *shown)


def _open_to_answer(asked: list[Suggestion]) -> list[Suggestion]:
    """Return the suggestions to show: where a part can't be published as it is, only that question counts."""
    found = [row for row in asked if not row.turned_down and not row.is_file]  # files have a page of their own
    musts = {row.paragraph for row in found if row.kind == SuggestionKind.MUST and row.withdrawn_at is None}
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


def _start(suggestion: Suggestion) -> str:
    """Return the text an author starts from to say it another way."""
    return suggestion.after if suggestion.kind == SuggestionKind.ADDED else suggestion.before


def _offered(suggestion: Suggestion) -> list[tuple[str, str]]:
    """Return the answers that fit, in the words for this kind."""
    if suggestion.kind == SuggestionKind.ADDED:
        own = [] if suggestion.paragraph.startswith(NOTE) else [(Answer.OWN.value, Answer.OWN.label)]
        return [(Answer.USE.value, _("Keep it on my page")), (Answer.KEEP.value, _("Take it out")), *own]
    if suggestion.kind == SuggestionKind.AUTHOR:
        return [(Answer.KEEP.value, _("Put back what was there")), (Answer.OWN.value, Answer.OWN.label)]
    is_headline = suggestion.paragraph == HEADLINE
    offered = [Answer.USE, Answer.KEEP, Answer.OWN]
    if not is_answerable(suggestion, Answer.KEEP, is_headline=is_headline):
        offered = [Answer.USE, Answer.OWN, Answer.LEAVE_OUT]
    return [(a.value, a.label) for a in offered if is_answerable(suggestion, a, is_headline=is_headline)]


def _answer_field(suggestion: Suggestion) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Your answer"),
        choices=_offered(suggestion),
        required=False,
        initial=suggestion.answer,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("That answer does not fit this part. Please choose another.")},
    )


def _words_field(suggestion, earlier: str | None) -> OwnWords:
    is_short, is_alt = suggestion.paragraph in LONGEST, suggestion.paragraph.startswith(PICTURE)
    widget = forms.TextInput() if is_short else forms.Textarea(attrs={"rows": 4})
    return OwnWords(
        label=_("Your new words"),
        required=False,
        longest=LONGEST_ALT if is_alt else LONGEST.get(suggestion.paragraph, LONGEST_PART),
        too_long=TOO_LONG,
        initial=suggestion.own_words or earlier or _start(suggestion),
        widget=widget,
    )
