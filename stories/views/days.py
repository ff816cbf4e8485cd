"""Days on which an author's page must not come out."""

import datetime
import uuid

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.forms.days import DaysForm
from stories.status import Place, Status
from workflows.review.avoiding import allow_days, avoid_days
from workflows.review.errors import Refused, Stale
from workflows.review.models import DaysToAvoid

from .my_story import NOT_PAUSED, by_a_press, where

BEFORE_IT_IS_OUT = NOT_PAUSED - {Place.NOT_PUBLISHED}


@where(BEFORE_IT_IS_OUT)
@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest, status: Status):
    """Show the days, and take another."""
    form = DaysForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            avoid_days(case=request.submission.case, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("first", refusal.message)
        else:
            messages.success(request, _("We won’t publish on that day. Nobody is told why."))
            return redirect("stories:days")
    rows = DaysToAvoid.objects.filter(case=request.submission.case)
    kept = sorted((row.days["first"], row.days["last"], row.pk) for row in rows)
    shown = [{"first": _day(first), "last": _day(last), "pk": pk} for first, last, pk in kept]
    return render(request, "stories/my_story/days.html", {"form": form, "days": shown, "status": status})


@where(BEFORE_IT_IS_OUT)
@by_a_press
def free_days(request: HttpRequest, status: Status):
    """Take days off the list; a second press finds them off."""
    try:
        allow_days(case=request.submission.case, pk=uuid.UUID(request.POST.get("days", "")))
    except (Stale, ValueError):
        pass  # they are off the list, which is what was asked
    else:
        messages.success(request, _("That day is off your list."))
    return redirect("stories:days")


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
