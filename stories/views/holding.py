"""Everything we hold about a story, for its author: as a page, and as a file a machine can read."""

from django.http import HttpRequest, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stories.attachments import Attachment
from stories.held import everything_held
from stories.status import Status
from workflows.review.cases import draft_of

from .my_story import NOT_PAUSED, where


@where(NOT_PAUSED)
@require_http_methods(["GET", "HEAD"])
def everything(request: HttpRequest, status: Status):
    """Show every value we hold about this story."""
    context = {
        "parts": _parts(request, status),
        "beside": Attachment.objects.kept().filter(case=request.submission.case),
    }
    return render(request, "stories/my_story/everything.html", context)


@where(NOT_PAUSED)
@require_http_methods(["GET", "HEAD"])
def everything_file(request: HttpRequest, status: Status):
    """Send the same parts as a file; its name says nothing."""
    parts = [
        {"name": part.name, "rows": [{"what": what, "said": said} for what, said in part.rows]}
        for part in _parts(request, status)
    ]
    response = JsonResponse({"parts": parts}, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="file.json"'
    return response


def _parts(request, status):
    return everything_held(request.submission, draft_of(status.page) if status.page else None)
