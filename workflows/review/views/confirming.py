"""One paragraph that its author said another way, before one champion who confirms it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.answering import confirm_own_words, open_own_words
from workflows.review.differences import differences
from workflows.review.errors import Stale
from workflows.review.forms import ChangeForm
from workflows.review.models import Suggestion

from .refusals import explained


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, pk):
    """Show the words before and the author's own new words; confirm them or say why they can't be published."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    form = ChangeForm(request.POST or None)
    if form.is_valid():
        reason, seen = form.cleaned_data["reason"], seen_at(request)
        confirm_own_words(suggestion=suggestion, person=request.user, reason=reason, seen=seen)
        messages.success(request, _("Thank you. The author goes on from here."))
        return redirect("review:desk")
    suggestion = open_own_words(suggestion=suggestion, person=request.user)
    context = {"form": form, **change_context(suggestion), "back": "review:desk", "worry": True}
    return TemplateResponse(request, "workflows/review/change.html", context)


def seen_at(request):
    """Return when the words on the screen were written. Raises Stale for anything but such a time."""
    try:
        seen = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        seen = None
    if seen is None or seen.tzinfo is None:
        raise Stale
    return seen


def change_context(suggestion) -> dict:
    """Return what a page shows of an author's changed paragraph."""
    return {
        "change": suggestion,
        "pieces": differences(suggestion.before, suggestion.own_words),
        "seen": suggestion.answered_at.isoformat(),
    }
