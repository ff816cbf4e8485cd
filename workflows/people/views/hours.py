"""A volunteer's own hours: seen, added to, put right, and taken along as a file. Nobody else sees a line of them."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.forms.hours import TimeForm
from workflows.people.models import TimeGiven
from workflows.people.timekeeping import correct_time, note_time, remove_time
from workflows.privacy.exports import harmless

ON_A_PAGE = 25


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request):
    """Show what was noted, and take more."""
    form = TimeForm(request.POST or None, initial={"day": timezone.localdate()})
    if form.is_valid():
        note_time(person=request.user, **form.given())
        messages.success(request, _("Noted. Thank you for your time."))
        return redirect("care:hours")
    mine = TimeGiven.objects.filter(person=request.user)
    page = Paginator(mine, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "minutes": mine.minutes()}
    return TemplateResponse(request, "workflows/people/hours.html", context)


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request, pk):
    """Put one line right."""
    given = _own(request, pk)
    known = {"day": given.day, "kind": given.kind, "note": given.note}
    known["hours"], known["minutes"] = divmod(given.minutes, 60)
    form = TimeForm(request.POST or None, initial=known)
    if form.is_valid():
        correct_time(pk=pk, person=request.user, **form.given())
        messages.success(request, _("Put right."))
        return redirect("care:hours")
    return TemplateResponse(request, "workflows/people/time.html", {"form": form, "given": given})


@for_role(Role.CHAMPION)
@require_POST
def remove(request, pk):
    """Remove one line."""
    remove_time(pk=pk, person=request.user)
    messages.success(request, _("Removed."))
    return redirect("care:hours")


@for_role(Role.CHAMPION)
@require_safe
def as_file(request):
    """Hand out all lines as a spreadsheet, for a reference or an application. A formula in a note is only text."""
    mine = TimeGiven.objects.filter(person=request.user)
    answer = HttpResponse(
        "\ufeff",  # so that a spreadsheet reads letters as they are
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="my-hours.csv"'},
    )
    rows = csv.writer(answer)
    rows.writerow([_("Day"), _("What"), _("Minutes"), _("Note")])
    for given in mine:
        rows.writerow([given.day.isoformat(), harmless(given.get_kind_display()), given.minutes, harmless(given.note)])
    rows.writerow([_("Together"), "", mine.minutes(), ""])
    return answer


def _own(request, pk) -> TimeGiven:
    """Return an own line. Raises PermissionDenied for another's, and for one that is gone: they are not told apart."""
    given = TimeGiven.objects.filter(pk=pk, person=request.user).first()
    if given is None:
        raise PermissionDenied
    return given
