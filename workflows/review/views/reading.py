"""One story before one champion: read it, suggest, decide."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.actions import cast_vote, open_reading, suggest, take_suggestion_back
from workflows.review.cases import draft_of, page_of
from workflows.review.differences import differences
from workflows.review.enums import ReadingState
from workflows.review.errors import Late, Refused, Stale
from workflows.review.forms import SuggestForm, VerdictForm
from workflows.review.models import Suggestion
from workflows.review.proposals import parts_of

from .desk import own_reading
from .refusals import MOVED_ON, explained


@dataclass(frozen=True)
class Part:
    """The title, the name on the page or one paragraph, with this champion's suggestions and a form for another."""

    key: str
    number: int  # 0 for the title and the name
    text: str
    suggestions: list
    form: SuggestForm


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_safe
def read(request, pk):
    """Open a story and show it, paragraph by paragraph."""
    reading = own_reading(request, pk)
    if reading.state == ReadingState.DONE:
        return redirect("review:thanks", pk)
    return _show(request, reading)


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_POST
def suggest_change(request, pk):
    """Note a suggestion for one part, if the words are still those the champion saw."""
    reading = own_reading(request, pk)
    draft, key = _draft(reading), request.POST.get("paragraph", "")
    words = dict(_words_of(draft)).get(key)
    if words is None or request.POST.get("digest") != draft.words_digest():
        raise Stale
    form = SuggestForm(request.POST, part=key, words=words)
    if form.is_valid():
        try:
            suggest(case=reading.case, person=request.user, paragraph=key, before=words, **form.proposal())
        except MOVED_ON:
            raise
        except Refused as refusal:
            form.add_error("after", refusal.message)
        else:
            messages.success(request, _("Your suggestion is noted. The author will decide."))
            return redirect(reverse("review:reading", args=[pk]) + f"#part-{key}")
    return _show(request, reading, wrong=form, wrong_part=key)


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_POST
def remove_suggestion(request, pk):
    """Remove an own suggestion while the story is still with its champion."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    take_suggestion_back(suggestion=suggestion, person=request.user)
    messages.success(request, _("Your suggestion is removed."))
    mine = request.user.readings.held().filter(case=suggestion.case).first()
    if mine is None:  # an editor's own, removed while the page is prepared
        return redirect("review:desk")
    return redirect(reverse("review:reading", args=[mine.pk]) + f"#part-{suggestion.paragraph}")


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_POST
def vote(request, pk):
    """Cast the verdict on the words that were on the screen; pressed twice it counts once."""
    reading = own_reading(request, pk)
    if reading.state == ReadingState.DONE:
        return redirect("review:thanks", pk)
    mine = Suggestion.objects.unanswered().filter(case=reading.case, made_by=request.user)
    form = VerdictForm(request.POST, has_suggestions=mine.exists())
    if form.is_valid():
        try:
            cast_vote(reading=reading, person=request.user, digest=request.POST.get("digest", ""), **form.cleaned_data)
        except Late:
            reading.refresh_from_db()
            if reading.state == ReadingState.DONE:
                return redirect("review:thanks", pk)
            raise
        except MOVED_ON:
            raise
        except Refused as refusal:
            form.add_error("verdict", refusal.message)
        else:
            return redirect("review:thanks", pk)
    return _show(request, reading, verdict=form)


@for_role(Role.CHAMPION)
@require_safe
def thanks(request, pk):
    """Thank a champion who has read a story, and say what happens next."""
    reading = own_reading(request, pk)
    if reading.state != ReadingState.DONE:
        return redirect("review:desk")
    return TemplateResponse(request, "workflows/review/thanks.html", {"readings": [reading]})


def _draft(reading):
    page = page_of(reading.case)
    if page is None:
        raise Late
    return draft_of(page)


def _words_of(draft) -> list[tuple[str, str]]:
    return [(key, text) for key, text in parts_of(draft).items() if text]


def _show(request, reading, *, wrong=None, wrong_part="", verdict=None):
    """Show the words. Each showing asks the action first, which logs it: a paused or lost reading shows none."""
    reading = open_reading(reading=reading, person=request.user)
    draft = _draft(reading)
    mine = list(Suggestion.objects.unanswered().filter(case=reading.case, made_by=request.user))
    shown = [key for key, text in draft.paragraphs if text]
    numbers = {key: number for number, key in enumerate(shown, start=1)}
    parts = [
        Part(
            key,
            numbers.get(key, 0),
            text,
            [(one, differences(one.before, one.after) if one.after else []) for one in mine if one.paragraph == key],
            wrong if key == wrong_part else SuggestForm(part=key, words=text),
        )
        for key, text in _words_of(draft)
    ]
    context = {
        "reading": reading,
        "draft": draft,
        "parts": parts,
        "form": wrong or verdict,
        "verdict": verdict or VerdictForm(has_suggestions=bool(mine)),
        "digest": draft.words_digest(),
        "language": draft.language or draft.locale.language_code,
    }
    return TemplateResponse(request, "workflows/review/reading.html", context)
