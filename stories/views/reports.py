"""Reporting a page, without an account; and safeguarding's list of reports."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stories.attempts import TooMany
from stories.forms.report import PAGE_LONGEST, OutcomeOfReportForm, ReportForm
from stories.models import Attempt
from stories.sessions import private_page
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.privacy.networks import network_of
from workflows.safeguarding.about import subject_at
from workflows.safeguarding.models import PageReport
from workflows.safeguarding.reporting import close_report, read_report, report_page

from .limits import too_many_page

PER_PAGE = 25


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def form(request):
    """Take a report about a page, keep nothing of who sent it but what they wrote."""
    if request.method == "POST":
        asked = ReportForm(request.POST)
    else:
        asked = ReportForm(initial={"page": request.GET.get("page", "").replace("\0", "")[:PAGE_LONGEST]})
    if asked.is_valid():
        try:
            Attempt.objects.note("report", network_of(request))
        except TooMany as refusal:
            return too_many_page(request, refusal)
        said = {name: asked.cleaned_data[name] for name in ("page", "wrong", "text", "address")}
        report_page(**said, language=get_language())
        return redirect("stories:report_received")
    return render(request, "stories/reports/form.html", {"form": asked})


@private_page
@require_safe
def received(request):
    """Say that we have it. Anyone may read this page."""
    return render(request, "stories/reports/received.html")


@for_role(Role.SAFEGUARDING)
@require_safe
def reports(request):
    """List reports, those that wait first. No word of them is opened here."""
    found = PageReport.objects.defer("text", "address", "outcome")
    settled = "settled" in request.GET
    page = Paginator(found.settled() if settled else found.waiting(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "stories/reports/list.html", {"page": page, "settled": settled})


@for_role(Role.SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, case):
    """Show one report; record what came of it."""
    get_object_or_404(PageReport.objects.only("case"), case=case)
    outcome = OutcomeOfReportForm(request.POST if request.method == "POST" else None)
    if outcome.is_valid():
        close_report(case=case, person=request.user, **outcome.cleaned_data)
        messages.success(request, _("It is closed. If they gave an address, they hear that a person has read it."))
        return redirect("stories:reports")
    found = read_report(case=case, person=request.user)
    context = {"report": found, "form": outcome, "subject": subject_at(found.page) if found.page else None}
    return render(request, "stories/reports/one.html", context)
