"""Sharing a story: screens that ask one thing each. What is kept is kept by `stories.sending`."""

from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from stories.attempts import TooMany
from stories.enums import UNDECIDED, Kept, State
from stories.forms.code import KeptForm
from stories.forms.share import FORMS
from stories.forms.words import BandForm
from stories.holding_off import keep_drafts
from stories.models import Attempt, Retention
from stories.opening import NotNow, closed_now
from stories.outlook import outlook_from
from stories.sending import (
    AlreadySent,
    Incomplete,
    TooYoung,
    discard_draft,
    keep_code,
    save_answers,
    send_story,
    show_code,
    start_draft,
)
from stories.sessions import (
    author_required,
    close_case,
    door_page,
    open_case,
    opened_case,
    private_page,
    shut_case,
)
from stories.sharing import Sharing
from stories.steps import LAST, NUMBERS, asks_for_a_way, first_missing, step_after, steps_of
from workflows.people.enums import Band
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.privacy.networks import network_of

from .answers import rows_of
from .keeping import autosaved, sent_already
from .languages import closed_page, in_open_language
from .limits import wait_page
from .opening import paused_page, while_open

HALF_DONE = {  # what may lack answers, and where it leads
    "save": "stories:share_code",
    "help": "stories:share_help",
    "picture": "stories:share_picture",
    "sound": "stories:share_sound",
    "autosave": "",
}
form_page = require_http_methods(["GET", "HEAD", "POST"])


@private_page
@require_safe
@in_open_language
@while_open
def start(request: HttpRequest):
    """Ask whether this is a good moment. A story already begun here is never opened from here by itself."""
    shut_case(request)
    return door_page(request, "stories/share/start.html", step=1, steps=LAST)


@private_page
@require_safe
def words_about(request: HttpRequest, page: str):
    """Show a screen that keeps nothing: what happens, not today, not yet at this age, saved."""
    return render(
        request, f"stories/share/{page}.html", {"step": 2, "steps": LAST, "days": Retention.objects.days(Kept.DRAFT)}
    )


@private_page
@form_page
@in_open_language
@while_open
def age(request: HttpRequest):
    """Ask the age band; from 13 on, start the draft. Under 13 nothing is written, no cookie set, nothing kept."""
    here = opened_case(request)
    if here and here.state != State.DRAFT:
        here = None
    form = BandForm(_posted(request), initial={"band": here.band} if here else None)
    if not form.is_valid():
        return render(request, "stories/share/age.html", {"form": form, "step": 3, "steps": LAST})
    try:
        submission = _begin(request, here, form.cleaned_data["band"])
    except TooYoung:
        if here:
            discard_draft(case=here.case)
            request.session.flush()
        return redirect("stories:share_not_yet")
    except TooMany as refusal:
        return wait_page(request, refusal, form.cleaned_data["band"])
    return redirect(f"stories:share_{first_missing(submission) or 'words'}")


def _begin(request, here, band):
    if here:
        return save_answers(case=here.case, band=band)
    if band != Band.UNDER_13:
        Attempt.objects.note("draft", network_of(request))
    submission = start_draft(band=band, language=translation.get_language())
    open_case(request, submission)
    return submission


@form_page
@author_required
def step(request: HttpRequest, step: str):
    """Show and keep one step. Out of order, it leads to the first that is missing, with everything kept."""
    submission = request.submission
    if submission.state != State.DRAFT:
        return sent_already(request)
    missing = first_missing(submission)
    if step not in steps_of(submission) or _is_too_early(submission, step, missing):
        return redirect(f"stories:share_{missing}") if missing else redirect("stories:share_check")
    if step == "consent" and (closed := closed_page(request)):
        return closed
    do = request.POST.get("do")
    form = FORMS[step](_posted(request), submission=submission, partial=do in HALF_DONE)
    if request.method == "POST" and do == "autosave":
        return autosaved(submission, form)
    if request.method == "POST" and form.is_valid():
        return _keep(request, step, form, do)
    context = {"form": form, "step": NUMBERS[step], "steps": LAST, "submission": submission, "name": step}
    return render(request, f"stories/share/{step}.html", context)


def _is_too_early(submission, step, missing) -> bool:
    order = steps_of(submission)
    return missing is not None and order.index(step) > order.index(missing)


def _keep(request, step, form, do):
    try:
        submission = save_answers(case=request.submission.case, **form.answers())
        if do == "save":
            show_code(case=submission.case)
    except AlreadySent:
        return sent_already(request)
    if do in HALF_DONE:
        return redirect(HALF_DONE[do])
    following = step_after(submission, step)
    if "change" in request.GET or following is None:
        following = first_missing(submission)
    return redirect(f"stories:share_{following}") if following else redirect("stories:share_check")


@form_page
@author_required
def check(request: HttpRequest):
    """Show every answer with a way to change it; then come the ten words."""
    submission = request.submission
    if submission.state != State.DRAFT:
        return redirect("stories:share_sent")
    missing = first_missing(submission)
    if missing:
        return redirect(f"stories:share_{missing}")
    if request.method == "POST" and asks_for_a_way(submission):
        return redirect("stories:share_reach")
    if request.method == "POST":
        show_code(case=submission.case)
        return redirect("stories:share_code")
    return render(request, "stories/share/check.html", {"submission": submission, "rows": rows_of(submission)})


@form_page
@author_required
def code(request: HttpRequest):
    """Show the ten words until their author has kept them; from here the story is sent, or waits."""
    submission = request.submission
    if submission.state != State.DRAFT:
        return redirect("stories:share_sent")
    if not submission.code_hash:
        return redirect("stories:share_check")
    submission.sharing = Sharing.load(request)  # the rest of the page asks the request for it
    form = KeptForm(_posted(request), code=submission.code)
    if request.method == "POST" and request.POST.get("do") == "new":
        show_code(case=submission.case, anew=True)
        return redirect("stories:share_code")
    if request.method == "POST" and form.is_valid():
        return _send(request, submission) if request.POST.get("do") == "send" else _leave(request, submission)
    context = {
        "form": form,
        "submission": submission,
        "is_ready": first_missing(submission) is None,
        "outlook": outlook_from(submission.sharing.answer_by()),
        "closed": closed_now(request),
    }
    return render(request, "stories/share/code.html", context)


def _send(request, submission):
    try:
        send_story(case=submission.case)
    except Incomplete as gap:
        return redirect(f"stories:share_{gap.step}")
    except NotNow as refusal:
        keep_drafts()
        submission.refresh_from_db(fields=["expires_on"])
        return paused_page(request, refusal.closed, submission)
    return redirect("stories:share_sent")


def _leave(request, submission):
    keep_code(case=submission.case)
    close_case(request)
    return redirect("stories:share_saved")


@require_safe
@author_required
def sent(request: HttpRequest):
    """Say that we have the story, what happens next, and by when."""
    submission = request.submission
    if submission.state == State.DRAFT:
        return redirect(f"stories:share_{first_missing(submission) or 'consent'}")
    agreed = Consent.objects.standing().filter(case=submission.case, use=Use.PUBLISH).first()
    outlook = outlook_from(submission.due_on) if submission.state in UNDECIDED else None
    context = {"submission": submission, "holds_until": agreed and agreed.ends_on, "outlook": outlook}
    return render(request, "stories/share/sent.html", context)


def _posted(request):
    return request.POST if request.method == "POST" else None
