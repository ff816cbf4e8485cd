"""Complaining about data, without an account; and the administrators' list of complaints."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stories.attempts import TooMany
from stories.complaining import acknowledge, close_complaint, complain, read_complaint
from stories.complaint import ANSWER_DAYS
from stories.forms.complaint import ComplaintForm, OutcomeOfComplaintForm
from stories.models import Attempt, Complaint
from stories.sessions import private_page
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.privacy.networks import network_of

from .limits import too_many_page


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def form(request):
    """Take a complaint, keep nothing of who sent it but what they wrote."""
    asked = ComplaintForm(request.POST if request.method == "POST" else None)
    if asked.is_valid():
        try:
            Attempt.objects.note("complaint", network_of(request))
        except TooMany as refusal:
            return too_many_page(request, refusal)
        text, address = asked.cleaned_data["text"], asked.cleaned_data["address"]
        complain(text=text, address=address, language=get_language())
        return redirect("stories:complaint_received")
    return render(request, "stories/complaints/form.html", {"form": asked, "days": ANSWER_DAYS})


@private_page
@require_safe
def received(request):
    """Say that we have it, and by when a person says so. Anyone may read this page."""
    return render(request, "stories/complaints/received.html", {"days": ANSWER_DAYS})


@for_role(Role.ADMINISTRATOR)
@require_safe
def complaints(request):
    """List complaints, those to be acknowledged first. No word of them is opened here."""
    found = Complaint.objects.order_by("-marked", "due_on", "made_at")
    context = {
        "waiting": found.unacknowledged(),
        "open": found.filter(acknowledged_at__isnull=False, closed_at=None),
        "closed": found.filter(closed_at__isnull=False).order_by("-closed_at"),
    }
    return render(request, "stories/complaints/list.html", context)


@for_role(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request, case):
    """Show one complaint; acknowledge it, or record what came of it."""
    get_object_or_404(Complaint, case=case)
    outcome = OutcomeOfComplaintForm(request.POST if request.POST.get("do") == "close" else None)
    if request.POST.get("do") == "acknowledge":
        acknowledge(case=case, person=request.user)
        messages.success(request, _("Acknowledged. If they gave an address, they are told."))
        return redirect("stories:complaint", case)
    if outcome.is_valid():
        close_complaint(case=case, person=request.user, **outcome.cleaned_data)
        messages.success(request, _("It is closed, and what came of it is kept."))
        return redirect("stories:complaints")
    context = {"complaint": read_complaint(case=case, person=request.user), "form": outcome}
    return render(request, "stories/complaints/one.html", context)
