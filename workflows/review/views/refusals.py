"""A refusal, explained: what happened, what was kept, what was typed, and where to go next."""

from functools import wraps

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.review.errors import Frozen, Late, Refused, Stale

TYPED = ("after", "reason", "text", "question", "agreement", "outcome", "alternative")  # the fields people write in
MOVED_ON = (Frozen, Late, Stale)


def explained(*, back: str):
    """Answer a Refused from a view with a clear page, giving back what was typed, and a way to the room `back`."""

    def decorate(view):
        @wraps(view)
        def explaining(request, *args, **kwargs):
            try:
                return view(request, *args, **kwargs)
            except Refused as refusal:
                return explain(request, refusal, back=reverse(back))

        return explaining

    return decorate


def explain(request, refusal: Refused, *, back: str) -> TemplateResponse:
    """Return the page for a refusal, as a conflict (409)."""
    typed = [request.POST[name].replace("\x00", "") for name in TYPED if request.POST.get(name, "").strip()]
    context = {"heading": _heading(refusal), "message": refusal.message, "typed": typed, "back": back}
    return TemplateResponse(request, "workflows/review/refused.html", context, status=409)


def _heading(refusal: Refused) -> str:
    if isinstance(refusal, Frozen):
        return _("This is paused")
    if isinstance(refusal, Stale):
        return _("This has changed")
    if isinstance(refusal, Late):
        return _("This has been decided")
    return _("That can’t be done")
