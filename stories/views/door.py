"""The door to my story: ten words, or the first two where this browser was just in it."""

from django.contrib import messages
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.attempts import TooMany
from stories.codes import hash_code
from stories.enums import State
from stories.forms.door import CarryOnForm, DoorForm
from stories.forms.share import ASIDES, FORMS
from stories.models import Attempt, Submission
from stories.sending import AlreadySent, keep_code, save_answers
from stories.sessions import door_page, forget_here, held_case, missed, open_case, private_page, shut_case, typed_of
from stories.steps import LAST, NUMBERS, first_missing, steps_of
from workflows.privacy.networks import network_of

from .limits import too_many_page
from .returning import AGAIN, welcome_back


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest):
    """Ask for the words. Opened afresh, it shuts whatever this browser was in; asked to, it forgets it."""
    if request.method != "POST":
        shut_case(request)
        return door_page(request, "stories/door/door.html")
    if request.POST.get("do") == "close":
        return _close(request)
    try:
        return _carry_on(request) if "opening" in request.POST else _enter(request)
    except TooMany as refusal:
        return too_many_page(request, refusal)


def _enter(request):
    """Open with all ten words. Unknown, taken back and erased answer alike: one hash, one query, the same words."""
    form = DoorForm(request.POST)
    if form.is_valid():
        attempt = Attempt.objects.note("code", network_of(request))
        submission = Submission.objects.behind(hash_code(form.cleaned_data["code"])).first()
        if submission:
            attempt.delete()
            keep_code(case=submission.case)
            return _opened(request, submission)
        form.add_error("code", _("We don’t know these ten words. Check each one with your list, in the same order."))
    return door_page(request, _template(request), form=form, **_carried(request))


def _carry_on(request):
    """Open again what this browser's session still holds, with the first two words."""
    held = held_case(request)
    if held is None:
        return door_page(request, _template(request), **_carried(request))
    form = CarryOnForm(request.POST, submission=held)
    attempt = Attempt.objects.note("code", network_of(request))
    if form.is_valid():
        attempt.delete()
        return _opened(request, held)
    missed(request)
    return door_page(request, _template(request), carry_on=form, **_carried(request))


def _close(request):
    """Leave nothing of a story on this device. Forms that were sent from it open nothing when they are sent again."""
    forget_here(request)
    rotate_token(request)
    messages.success(request, _("Your story is closed. If others use this phone, close the tab as well."))
    return redirect("stories:door")


def _opened(request, submission):
    open_case(request, submission)
    if submission.state != State.DRAFT or request.POST.get("step") in AGAIN:
        return welcome_back(request)
    if request.POST.get("step") in {*steps_of(submission), *ASIDES}:
        return _keep_typed(request, submission, request.POST["step"])
    missing = first_missing(submission)
    return redirect(f"stories:share_{missing}") if missing else redirect("stories:share_check")


def _keep_typed(request, submission, step):
    """Keep what came with somebody whose session had ended, and go on where they were."""
    form = (FORMS | ASIDES)[step](request.POST, submission=submission, partial=True)
    if form.is_valid():
        try:
            save_answers(case=submission.case, **form.answers())
        except AlreadySent:
            return redirect("stories:my_story")
        return redirect(f"stories:share_{'words' if step in ASIDES else step}")
    context = {
        "form": form,
        "step": NUMBERS.get(step, NUMBERS["words"]),
        "steps": LAST,
        "submission": submission,
        "name": step,
    }
    return render(request, f"stories/share/{step}.html", context)


def _carried(request):
    return {"typed": typed_of(request), "step": request.POST.get("step", "")}


def _template(request):
    return "stories/door/ended.html" if typed_of(request) else "stories/door/door.html"
