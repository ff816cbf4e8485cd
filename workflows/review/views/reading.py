"""One story before one champion: read it, suggest, decide."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from home.lists import reasons_in
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.actions import suggest, take_suggestion_back
from workflows.review.enums import ReadingState
from workflows.review.errors import Refused, Stale
from workflows.review.forms import SuggestForm
from workflows.review.models import Suggestion

from .desk import own_reading
from .moved import nothing_lost
from .refusals import MOVED_ON
from .showing import draft_before, show_reading, words_of


@nothing_lost
@for_role(Role.CHAMPION)
@require_safe
def read(request, pk):
    """Open a story and show it, paragraph by paragraph."""
    reading = own_reading(request, pk)
    if reading.state == ReadingState.DONE:
        return redirect("review:thanks", pk)
    return show_reading(request, reading)


@nothing_lost
@for_role(Role.CHAMPION)
@require_POST
def suggest_change(request, pk):
    """Note a suggestion for one part, if the words are still those the champion saw."""
    reading = own_reading(request, pk)
    draft, key = draft_before(reading), request.POST.get("paragraph", "")
    words = dict(words_of(draft)).get(key)
    if words is None or request.POST.get("digest") != draft.words_digest():
        raise Stale
    form = SuggestForm(request.POST, part=key, words=words, reasons=reasons_in(draft.locale.language_code))
    if form.is_valid():
        try:
            made = suggest(case=reading.case, person=request.user, paragraph=key, before=words, **form.proposal())
        except MOVED_ON:
            raise
        except Refused as refusal:
            form.add_error("after", refusal.message)
        else:
            messages.success(request, _("Your suggestion is noted. The author will decide."))
            return redirect(reverse("review:reading", args=[pk]) + f"#suggestion-{made.pk}")
    return show_reading(request, reading, wrong=form, wrong_part=key)


@nothing_lost
@for_role(Role.CHAMPION)
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
@require_safe
def thanks(request, pk):
    """Thank a champion who has read a story, and say what happens next."""
    reading = own_reading(request, pk)
    if reading.state != ReadingState.DONE:
        return redirect("review:desk")
    return TemplateResponse(request, "workflows/review/thanks.html", {"readings": [reading]})
