"""Beside the steps of sharing: help with the first words, and one more question to somebody we could not reach."""

from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from stories.enums import State
from stories.forms.helper import HelperForm
from stories.sending import AlreadySent, asked_for_a_way, save_answers, show_code
from stories.sessions import author_required
from stories.steps import asks_for_a_way, first_missing

from .keeping import sent_already

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
