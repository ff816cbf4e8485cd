"""Lost words: a form for anyone, and what safeguarding does with it. Nothing said here shows that a story exists."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stories.attempts import TooMany
from stories.claims import (
    end_claim,
    give_new_words,
    hide_for_claim,
    make_claim,
    object_to_claim,
    open_claim,
    prove_claim,
)
from stories.forms.lost import FoundForm, LostForm, ProofForm
from stories.lost import Claim
from stories.models import Attempt
from stories.sessions import private, private_page
from stories.status import Status
from workflows.people.doors import for_role, fresh
from workflows.people.enums import Role
from workflows.privacy.networks import network_of
from workflows.review.errors import Refused
from workflows.review.views.refusals import MOVED_ON, explained

from .limits import too_many_page
from .my_story import EVERYWHERE, by_a_press, where

BACK = "stories:intake"


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest):
    """Ask what somebody remembers. The answer is the same whatever they write."""
    form = LostForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "stories/door/lost.html", {"form": form})
    try:
        Attempt.objects.note("claim", network_of(request))
    except TooMany as refusal:
        return too_many_page(request, refusal)
    data = form.cleaned_data
    make_claim(remembered=data["remembered"], contact={"value": data["reach"], "times": data["times"]})
    return redirect("stories:lost_sent")


@private_page
@require_safe
def lost_sent(request: HttpRequest):
    """Say what happens next. Anyone may read this page."""
    return render(request, "stories/door/lost_sent.html")


@where(EVERYWHERE)
@by_a_press
def not_me(request: HttpRequest, status: Status):
    """Let the author say that they did not ask for new words."""
    if object_to_claim(case=request.submission.case):
        messages.success(request, _("Thank you. Nobody gets new words. Our staff look at it."))
    return redirect("stories:my_story")


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_safe
def claim(request, pk):
    """Show one claim with what can be done about it."""
    return _show(request, get_object_or_404(Claim, pk=pk))


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def hide(request, pk):
    """Hide the story a claim is about."""

    def act(found, data):
        hide_for_claim(claim=found, person=request.user, story=data["address"])

    return _decide(request, pk, FoundForm(request.POST), act, _("The story is out of sight."))


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def prove(request, pk):
    """Record the proof; 72 hours begin."""

    def act(found, data):
        prove_claim(claim=found, person=request.user, **data)

    said = _("It is recorded. In 72 hours new words can be given.")
    return _decide(request, pk, ProofForm(request.POST), act, said)


@for_role(Role.SAFEGUARDING)
@fresh
@explained(back=BACK)
@require_POST
def give(request, pk):
    """Give new words: they stand on this answer alone, to be read out or printed."""
    code = give_new_words(claim=get_object_or_404(Claim, pk=pk), person=request.user)
    return private(render(request, "stories/intake/new_words.html", {"words": code.split()}))


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def end(request, pk):
    """End a claim without new words."""
    end_claim(claim=get_object_or_404(Claim, pk=pk), person=request.user)
    messages.success(request, _("The claim is ended."))
    return redirect(BACK)


def _decide(request, pk, form, act, said):
    """Do what a form asks about a claim; what can't be done is said beside it, with everything typed."""
    found = get_object_or_404(Claim, pk=pk)
    if not form.is_valid():
        return _show(request, found, wrong=form)
    try:
        act(found, form.cleaned_data)
    except MOVED_ON:
        raise
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _show(request, found, wrong=form)
    messages.success(request, said)
    return redirect("stories:intake_claim", found.pk)


def _show(request, found, *, wrong=None):
    found = open_claim(claim=found, person=request.user)
    context = {
        "claim": found,
        "found": wrong if isinstance(wrong, FoundForm) else FoundForm(),
        "proof": wrong if isinstance(wrong, ProofForm) else ProofForm(),
        "form": wrong,
    }
    return TemplateResponse(request, "stories/intake/claim.html", context)
