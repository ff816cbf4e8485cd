"""The rooms behind the doors: visits, what was said and what comes of it, ranking by champions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.privacy.casekeys import warm_keys
from workflows.privacy.models import AccessLog
from workflows.review.errors import Refused

from ..models import PackPage, SessionPage
from .enums import OVER, Decision
from .evaluating import evaluate, results_of
from .forms import DecisionForm, EvaluationForm, MoveVisitForm, ProposalForm, RankForm
from .models import Proposal, Visit
from .proposing import decide, prefer, propose
from .views import _who
from .visiting import move_visit

TEMPLATES = "toolkits/taking_part/"
READERS = (Role.DELIVERY, Role.EDITOR)


@for_role(Role.DELIVERY)
@require_safe
def visits(request):
    """List visits, the one promised soonest first; those that are over last."""
    found = list(Visit.objects.select_related("pack").prefetch_related("sessions"))
    warm_keys(one.case for one in found)
    context = {
        "waiting": [one for one in found if one.state not in OVER],
        "over": [one for one in found if one.state in OVER],
        "today": timezone.localdate(),
    }
    return render(request, f"{TEMPLATES}visits.html", context)


@for_role(Role.DELIVERY)
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request, case):
    """Show one visit with its contact, which is written down, and take how far it has come."""
    row = get_object_or_404(Visit.objects.select_related("pack"), case=case)
    now = {"state": row.state, "reply_by": row.reply_by, "agreed_for": row.agreed_for, "note": row.note or ""}
    form = MoveVisitForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        move_visit(visit=row, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("schools:visits")
    AccessLog.objects.create(case=case, person=request.user, what="school’s visit")
    return render(request, f"{TEMPLATES}visit_one.html", {"row": row, "form": form})


@for_role(*READERS)
@require_safe
def said(request):
    """Show what was said of each session, and what should change, the most wanted first."""
    sessions = list(SessionPage.objects.filter(evaluations__isnull=False).distinct().order_by("path"))
    context = {
        "results": results_of(sessions),
        "sessions": SessionPage.objects.live().order_by("path"),
        "proposals": Proposal.objects.ranked().select_related("pack", "session"),
        "decided": Proposal.objects.exclude(decision=Decision.OPEN).order_by("-decided_at")[:20],
        "form": _proposal_form(),
    }
    return render(request, f"{TEMPLATES}said.html", context)


def _proposal_form(data=None) -> ProposalForm:
    return ProposalForm(data, packs=PackPage.objects.live(), sessions=SessionPage.objects.live().order_by("path"))


@for_role(*READERS)
@require_http_methods(["POST"])
def proposal(request):
    """Write down what should change."""
    form = _proposal_form(request.POST)
    if not form.is_valid():
        return render(request, f"{TEMPLATES}proposal.html", {"form": form}, status=400)
    propose(**form.cleaned_data)
    messages.success(request, _("Written down. Those who take part, and champions, can now say how much it matters."))
    return redirect("schools:said")


@for_role(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request, pk):
    """Take what came of a proposal; it goes onto the page of what changed."""
    row = get_object_or_404(Proposal.objects.ranked().select_related("pack", "session"), pk=pk)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            changed = told["changed"] == "yes"
            decide(proposal=row, changed=changed, outcome=told["outcome"], next_step=told["next_step"])
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Told on the page “What changed”."))
            return redirect("schools:said")
    return render(request, f"{TEMPLATES}decision.html", {"row": row, "form": form})


@for_role(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def from_paper(request, session, who):
    """Enter what came on paper, one sheet after the other."""
    who = _who(who)
    lesson = get_object_or_404(SessionPage.objects.live(), pk=session)
    form = EvaluationForm(request.POST if request.method == "POST" else None, who=who)
    if form.is_valid():
        change = form.cleaned_data["change"]
        evaluate(session=lesson, who=who, scales=form.scales(), change=change, on_paper=True)
        messages.success(request, _("Saved. The next sheet, please."))
        return redirect("schools:from_paper", session, who)
    return render(request, f"{TEMPLATES}from_paper.html", {"lesson": lesson, "form": form, "who": who})


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def rank(request):
    """Let a champion say which proposals matter most to them."""
    proposals = Proposal.objects.ranked()
    mine = [row.pk for row in proposals.filter(preferences__champion=request.user)]
    form = RankForm(
        request.POST if request.method == "POST" else None,
        proposals=proposals,
        several=True,
        initial={"proposals": mine},
    )
    if form.is_valid():
        prefer(proposals=form.cleaned_data["proposals"], champion=request.user)
        messages.success(request, _("Thank you. You can change it at any time."))
        return redirect("schools:rank")
    return render(request, f"{TEMPLATES}rank.html", {"form": form, "any": proposals.exists()})
