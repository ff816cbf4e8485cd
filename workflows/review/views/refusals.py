"""A refusal, explained: what happened, what was kept, what was typed, and where to go next."""

from functools import wraps

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.review.errors import Frozen, Late, Refused, Stale

TYPED = (
    "after",
    "reason",
    "text",
    "line",
    "question",
    "agreement",
    "outcome",
    "alternative",
)  # the fields people write in
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


def explain(request, refusal: Refused, *, back: str, kept: bool = False) -> TemplateResponse:
    """Return the page for a refusal, as a conflict (409); `kept` says that what was typed is kept in its place."""
    return explained_page(request, _heading(refusal), refusal.message, back=back, kept=kept)


def explained_page(request, heading, message, *, back: str, kept: bool = False, status: int = 409) -> TemplateResponse:
    """Return a clear page in place of one that can't be shown, with what was typed."""
    context = {"heading": heading, "message": message, "typed": given_back(request), "kept": kept, "back": back}
    return TemplateResponse(request, "workflows/review/refused.html", context, status=status)


def given_back(request) -> list[str]:
    """Return what somebody wrote into a form, so that nothing is lost."""
    names = [name for name in request.POST if name in TYPED or name.endswith("_line") or name.startswith("tidy-")]
    return [request.POST[name].replace("\x00", "") for name in names if request.POST[name].strip()]


def _heading(refusal: Refused) -> str:
    if isinstance(refusal, Frozen):
        return _("This is paused")
    if isinstance(refusal, Stale):
        return _("This has changed")
    if isinstance(refusal, Late):
        return _("This has been decided")
    return _("That can’t be done")
