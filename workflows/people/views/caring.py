"""After a hard story: somebody to talk to, a call, a break. Each is one press, and nobody asks why."""

import datetime

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workflows.people.actions import take_a_break
from workflows.people.confiding import ask_for_call, end_call_wish, write_on_line
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.forms.caring import BreakForm, CallForm, LineForm
from workflows.people.models import LineMessage, PrivateLine


@for_role(Role.CHAMPION)
@require_safe
def care(request):
    """Show what there is for somebody who has read something hard."""
    return _show(request)


@for_role(Role.CHAMPION)
@require_POST
def call(request):
    """Take a number and good times, for the volunteer team."""
    form = CallForm(request.POST)
    if not form.is_valid():
        return _show(request, call_form=form)
    ask_for_call(person=request.user, **form.cleaned_data)
    messages.success(request, _("Thank you. Somebody from the volunteer team will call you."))
    return redirect("care:care")


@for_role(Role.CHAMPION)
@require_POST
def end_call(request):
    """Take the wish to be called back; pressed twice it stays so."""
    end_call_wish(person=request.user)
    messages.success(request, _("We won’t call. Your number is deleted."))
    return redirect("care:care")


@for_role(Role.CHAMPION)
@require_POST
def rest(request):
    """Begin a break that ends by itself."""
    form = BreakForm(request.POST)
    if not form.is_valid():
        return _show(request, break_form=form)
    until = timezone.localdate() + datetime.timedelta(weeks=form.cleaned_data["weeks"])
    take_a_break(person=request.user, paused=True, until=until)
    messages.success(request, _("Your break has begun. We won’t offer you new stories."))
    return redirect("review:desk")


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def line(request):
    """Show the private line and take another message."""
    form = LineForm(request.POST or None)
    if form.is_valid():
        write_on_line(person=request.user, **form.cleaned_data)
        messages.success(request, _("Sent. Only the volunteer team can read it."))
        return redirect("care:line")
    mine = PrivateLine.objects.filter(person=request.user).first()
    written = LineMessage.objects.filter(case=mine.case).in_order() if mine else []
    context = {"form": form, "line": mine, "messages_on_line": written, "days": settings.ANSWER_VOLUNTEERS_IN_DAYS}
    return TemplateResponse(request, "workflows/people/line.html", context)


def _show(request, call_form=None, break_form=None):
    context = {"call_form": call_form, "break_form": break_form, "form": call_form or break_form}
    return TemplateResponse(request, "workflows/people/care.html", context)
