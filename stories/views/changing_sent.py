"""The author changes what they sent, before anybody has accepted it: the same writing page, with their words in it."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stories.forms.sent import SentForm
from stories.rewriting import rewrite_sent
from stories.status import Status
from workflows.review.errors import Frozen, Late, Stale

from .deciding import ANEW

BESIDE = {"picture": "stories:share_picture", "sound": "stories:share_sound"}


def change_sent(request: HttpRequest, status: Status):
    """Show what was sent, and take what its author changed. Nothing typed is lost when it can't be taken."""
    if request.method != "POST":
        return _show(request, status, SentForm(submission=request.submission))
    form = SentForm(request.POST, submission=request.submission)
    if not form.is_valid():
        return _show(request, status, form)
    if form.is_stale:
        return _again(request, status)
    try:
        changed = rewrite_sent(case=request.submission.case, shown=form.now, **form.answers())
    except (Late, Frozen):
        raise
    except Stale:
        return _again(request, status)
    if beside := BESIDE.get(request.POST.get("do", "")):
        return redirect(beside)
    said = _("Your changes are saved. Our staff read your story as it is now.")
    messages.success(request, said if changed else _("You changed nothing. Your story is as it was."))
    return redirect("stories:my_story")


def _again(request, status):
    request.submission.refresh_from_db()
    form = SentForm(request.POST, submission=request.submission, again=True)
    form.add_error(None, ANEW)
    return _show(request, status, form)


def _show(request, status, form):
    return render(request, "stories/my_story/change_sent.html", {"form": form, "status": status})
