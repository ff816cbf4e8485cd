"""The delivery team's room: who waits for an answer, and how much time each volunteer gave."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Sum
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workflows.people.actions import choose_name
from workflows.people.confiding import Answered, answer_line, note_call, open_line
from workflows.people.doors import for_role
from workflows.people.enums import Role, ShownAs
from workflows.people.forms.caring import LineForm
from workflows.people.models import CallWish, LineMessage, PrivateLine, User
from workflows.people.rules import can_answer_line


@for_role(Role.DELIVERY)
@require_safe
def team(request):
    """Show who waits and since when, with no word they wrote; then everyone's hours in all."""
    wishes = CallWish.objects.filter(case=OuterRef("case"))
    waiting = PrivateLine.objects.filter(due_on__isnull=False).exclude(person=request.user)
    volunteers = User.objects.in_role(Role.CHAMPION).select_related("private_line", "champion")
    written = Exists(LineMessage.objects.filter(case=OuterRef("private_line__case")))
    volunteers = volunteers.annotate(minutes=Sum("time_given__minutes"), has_written=written)
    context = {
        "waiting": waiting.select_related("person").annotate(wants_call=Exists(wishes)).order_by("due_on", "pk"),
        "volunteers": volunteers.order_by("first_name", "last_name"),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "workflows/people/team.html", context)


@for_role(Role.DELIVERY)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, case):
    """Open a volunteer's line, which is written down, and answer."""
    get_object_or_404(PrivateLine, case=case)
    form = LineForm(request.POST or None)
    if form.is_valid():
        answer_line(case=case, person=request.user, **form.cleaned_data)
        messages.success(request, _("Sent. They find it on their desk."))
        return redirect("care:team")
    context = {
        "line": open_line(case=case, person=request.user),
        "messages_on_line": LineMessage.objects.filter(case=case).in_order().select_related("by_team"),
        "wish": CallWish.objects.filter(case=case).first(),
        "form": form,
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "workflows/people/team_line.html", context)


@for_role(Role.DELIVERY)
@require_POST
def unname(request, pk):
    """Take a champion's name off every page: somebody has to answer for what stands there."""
    person = get_object_or_404(User.objects.in_role(Role.CHAMPION), pk=pk)
    choose_name(person=person, shown_as=ShownAs.NOT)
    messages.success(request, _("The name is gone from every page. Please tell them why, kindly."))
    return redirect("care:team")


@for_role(Role.DELIVERY)
@require_POST
def called(request, case):
    """Note that a volunteer was called; their number is deleted."""
    if not can_answer_line(request.user, get_object_or_404(PrivateLine, case=case)):
        raise PermissionDenied
    try:
        note_call(case=case, person=request.user)
    except Answered:
        messages.info(request, _("Nobody has to call any more: a colleague did, or the volunteer changed their mind."))
    else:
        messages.success(request, _("Noted. Their number is deleted."))
    return redirect("care:team")
