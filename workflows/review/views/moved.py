"""What happens to typed words when a story moved on under them: kept where they may be, given back to copy always."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from workflows.review.cases import page_of
from workflows.review.enums import GIVEN_BACK, HELD, ReadingState
from workflows.review.errors import Involved, Lapsed, Late, Refused, Stale
from workflows.review.models import Reading
from workflows.review.versions import changed_parts

from .refusals import MOVED_ON, explain, explained_page, given_back
from .typed import keep_what_was_typed


def nothing_lost(view):
    """Wrap a view about a reading, outermost of all: whoever may not go on finds what they typed on a clear page."""

    @never_cache
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Involved as refusal:
            return _not_theirs(request, str(refusal.message))
        except Lapsed:
            return _no_longer_open(request)
        except PermissionDenied:
            reading = _own(request, kwargs)
            if reading is None or reading.state not in HELD:
                raise
            return _no_longer_open(request)
        except Refused as refusal:
            return _moved_on(request, refusal, _own(request, kwargs))

    return wrapped


def _own(request, kwargs) -> Reading | None:
    return Reading.objects.for_reader(request.user).filter(pk=kwargs.get("pk")).first()


def _moved_on(request, refusal: Refused, reading: Reading | None) -> TemplateResponse:
    """Return the page for a story that moved on: what changed, that it is paused, or that it is not theirs any more."""
    back = reverse("review:desk")
    if reading is None or not isinstance(refusal, MOVED_ON):
        return explain(request, refusal, back=back)
    if isinstance(refusal, Late):
        return _over(request, refusal, reading)
    kept = request.method == "POST" and keep_what_was_typed(request, reading)
    if not isinstance(refusal, Stale):
        return explain(request, refusal, back=back, kept=kept)
    page = page_of(reading.case)
    context = {
        "reading": reading,
        "changes": changed_parts(page, request.POST.get("digest", "")) if page else [],
        "typed": given_back(request),
        "kept": kept,
    }
    return TemplateResponse(request, "workflows/review/changed.html", context, status=409)


def _over(request, refusal: Refused, reading: Reading) -> TemplateResponse:
    said = {
        ReadingState.LAPSED: _("It was passed on to somebody else. There is nothing more for you to do. Thank you."),
        **dict.fromkeys(GIVEN_BACK, _("You gave it back, and somebody else reads it. There is nothing more to do.")),
    }
    if reading.state not in said:
        return explain(request, refusal, back=reverse("review:desk"))
    heading = _("This story is no longer with you")
    return explained_page(request, heading, said[reading.state], back=reverse("review:desk"))


def _no_longer_open(request) -> TemplateResponse:
    said = _(
        "Your role, your training or your PVG mark has changed or run out, so we can’t show you stories now. "
        "You did nothing wrong. The volunteer team can tell you more."
    )
    return _not_theirs(request, said)


def _not_theirs(request, said: str) -> TemplateResponse:
    return explained_page(request, _("This is not open to you now"), said, back=reverse("people:start"), status=403)
