"""Keeping what is typed while somebody writes, and giving it back where it comes too late."""

from django.http import HttpRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stories.sending import AlreadySent, save_answers
from stories.sessions import typed_of


def autosaved(submission, form) -> JsonResponse:
    """Keep what has been typed so far, and say when, or why not."""
    if not form.is_valid():
        said = next(iter(form.errors.values()))[0]
        return JsonResponse({"said": _("Not saved yet. %(why)s") % {"why": said}}, status=400)
    try:
        save_answers(case=submission.case, **form.answers())
    except AlreadySent:
        return JsonResponse({"said": _("Not saved. This story was sent in the meantime.")}, status=409)
    now = date_format(timezone.localtime(), "H:i")
    return JsonResponse({"said": _("Saved at %(time)s.") % {"time": now}})


def sent_already(request: HttpRequest):
    """Lead to where a sent story is; whoever typed something gets it back."""
    if request.method != "POST":
        return redirect("stories:share_sent")
    return render(request, "stories/share/too_late.html", {"typed": typed_of(request)}, status=409)
