"""Beside the steps of sharing: help with the first words, saving by itself, one more question, a change too late."""

from django.http import HttpRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.enums import State
from stories.forms.helper import HelperForm
from stories.sending import AlreadySent, asked_for_a_way, save_answers, show_code
from stories.sessions import author_required, typed_of
from stories.steps import asks_for_a_way, first_missing

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@author_required
def help_me_write(request: HttpRequest, step: str):
    """Ask gentle questions; the answers are added to the story, where they can be changed like every word of it."""
    submission = request.submission
    if submission.state != State.DRAFT:
        return sent_already(request)
    form = HelperForm(request.POST if request.method == "POST" else None, submission=submission)
    if request.method == "POST" and form.is_valid():
        try:
            save_answers(case=submission.case, **form.answers())
        except AlreadySent:
            return sent_already(request)
        return redirect("stories:share_words")
    return render(request, "stories/share/help.html", {"form": form, "submission": submission, "name": step})


@form_page
@author_required
def reach(request: HttpRequest):
    """Ask once more for a way to reach somebody who wrote words of concern and left none. Both answers are fine."""
    submission = request.submission
    if submission.state != State.DRAFT:
        return redirect("stories:share_sent")
    if first_missing(submission) or not asks_for_a_way(submission):
        return redirect("stories:share_check")
    if request.POST.get("do") in ("add", "no"):
        asked_for_a_way(case=submission.case)
        if request.POST["do"] == "add":
            return redirect("stories:share_contact")
        show_code(case=submission.case)
        return redirect("stories:share_code")
    return render(request, "stories/share/reach.html")


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
