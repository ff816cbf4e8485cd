"""An author asks to keep a part that can't be published as it is: what happens then, and the press."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.status import Status
from workflows.review.cases import draft_of
from workflows.review.enums import SuggestionKind
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.models import Suggestion
from workflows.review.pleading import ask_to_keep

from .deciding import ANEW
from .my_story import WITH_AUTHOR, where


@where(WITH_AUTHOR)
@require_http_methods(["GET", "HEAD", "POST"])
def keep_part(request: HttpRequest, status: Status):
    """Say what happens when an author asks to keep a part; on the press, ask its readers."""
    must = _must(status, (request.POST or request.GET).get("part", ""))
    if must is None:
        return redirect("stories:suggestions")
    if request.method != "POST":
        return _show(request, status, must)
    try:
        ask_to_keep(case=must.case, digest=request.POST.get("digest", ""), suggestion=must.pk)
    except (Late, Frozen):
        raise
    except Stale:
        return _show(request, status, must, ANEW)
    except Refused as refusal:
        return _show(request, status, must, refusal.message)
    messages.success(request, _("You asked to keep that part. We’ll tell you here what comes of it."))
    return redirect("stories:my_story")


def _must(status: Status, named: str) -> Suggestion | None:
    """Return what stands against a part of this very page, or nothing."""
    try:
        pk = UUID(named)
    except ValueError:
        return None
    found = Suggestion.objects.of_round(status.step).filter(kind=SuggestionKind.MUST, turned_down=False)
    row = found.filter(withdrawn_at=None, pk=pk).first()
    return row if row and not row.is_file and not row.is_beside else None


def _show(request, status, must, problem=""):
    context = {"must": must, "digest": draft_of(status.page).words_digest(), "problem": problem}
    return render(request, "stories/my_story/keep_part.html", context, status=409 if problem else 200)
