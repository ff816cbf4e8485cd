"""Safeguarding on worries, and on authors' own new words before they enter a page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stories.attached import PICTURE
from stories.enums import State
from stories.forms.intake import CheckForm, OutcomeForm, StaffWorryForm
from stories.submission import Submission
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.answering import check_own_words, open_own_words
from workflows.review.being_read import cases_being_read
from workflows.review.errors import Late
from workflows.review.models import Suggestion
from workflows.review.views.confirming import change_context, seen_at
from workflows.review.views.refusals import explained
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

BACK = "stories:intake"


@for_role(Role.SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def worries(request, case):
    """Show the open worries about a case; end them with what was decided, and the story goes on."""
    _known(case)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        unfreeze(case=case, person=request.user, **form.cleaned_data)
        messages.success(request, _("The worry is closed. The story can go on."))
        return redirect(BACK)
    return _show(request, case, outcome=form)


@for_role(Role.SAFEGUARDING)
@require_POST
def worry(request, case):
    """Stop a story, as staff."""
    _known(case)
    form = StaffWorryForm(request.POST)
    if not form.is_valid():
        return _show(request, case, worry=form)
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=request.user, **form.cleaned_data)
    messages.success(request, _("The story is paused for everybody. Nobody else is told why."))
    return redirect("stories:intake_worries", case)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request, pk):
    """Show an author's own new words before they enter the page; let them in, or say why they can't."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if suggestion.checked_at:
        raise Late
    form = CheckForm(request.POST or None, asks_what_it_shows=suggestion.paragraph == PICTURE and not suggestion.shows)
    if form.is_valid():
        given, seen = form.cleaned_data, seen_at(request)
        reason, shows = given["reason"], given.get("shows", "")
        check_own_words(suggestion=suggestion, person=request.user, reason=reason, shows=shows, seen=seen)
        said = _("The author is told, with your reason.") if reason else _("They are in. One champion confirms them.")
        messages.success(request, said)
        return redirect(BACK)
    suggestion = open_own_words(suggestion=suggestion, person=request.user)
    waits = suggestion.case in cases_being_read()
    context = {"form": None if waits else form, **change_context(suggestion), "back": BACK}
    return TemplateResponse(request, "workflows/review/change.html", context)


def _known(case) -> None:
    sent = Submission.objects.filter(case=case).exclude(state=State.DRAFT)
    if not sent.exists() and not Concern.objects.filter(case=case).exists():
        raise Http404


def _show(request, case, *, outcome=None, worry=None):
    context = {
        "case": case,
        "worries": Concern.objects.open().filter(case=case).select_related("person").order_by("raised_at"),
        "outcome": outcome or OutcomeForm(),
        "worry": worry or StaffWorryForm(),
        "form": worry or outcome,
    }
    return TemplateResponse(request, "stories/intake/worries.html", context)
