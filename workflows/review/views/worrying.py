"""A champion's worry about one of their stories: it stops everything, and they need not be sure."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.review.forms import LONGEST_REASON, WorryForm
from workflows.review.models import PleaReader, Suggestion
from workflows.review.rules import can_confirm
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def worry(request):
    """Ask which story it is about, or take the answer from its reading view, and freeze it."""
    form = WorryForm(request.POST or None, person=request.user)
    if form.is_valid():
        case, text = form.cleaned_data["reading"].case, form.cleaned_data["text"]
        raise_concern(case=case, raised_by=RaisedBy.CHAMPION, person=request.user, text=text)
        return redirect("review:worried")
    return TemplateResponse(request, "workflows/review/worry.html", {"form": form})


@for_role(Role.CHAMPION)
@require_POST
def worry_about_change(request, pk):
    """Freeze the story whose changed part a champion has before them; no slip in the form stands in the way."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if not can_confirm(request.user, suggestion, AgeMark.of(suggestion.case)):
        raise PermissionDenied
    text = request.POST.get("text", "").replace("\x00", "")[:LONGEST_REASON]
    raise_concern(case=suggestion.case, raised_by=RaisedBy.CHAMPION, person=request.user, text=text)
    return redirect("review:worried")


@for_role(Role.CHAMPION)
@require_POST
def worry_about_part(request, pk):
    """Freeze the story of a part a champion is asked about; no slip in the form stands in the way."""
    asked = get_object_or_404(PleaReader, pk=pk)
    if asked.reader_id != request.user.pk:
        raise PermissionDenied
    text = request.POST.get("text", "").replace("\x00", "")[:LONGEST_REASON]
    raise_concern(case=asked.case, raised_by=RaisedBy.CHAMPION, person=request.user, text=text)
    return redirect("review:worried")


@for_role(Role.CHAMPION)
@require_safe
def worried(request):
    """Say that the worry has arrived and what they will hear."""
    return TemplateResponse(request, "workflows/review/worried.html")
