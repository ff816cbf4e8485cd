"""A champion's worry about one of their stories: it stops everything, and they need not be sure."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.forms import WorryForm
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
@require_safe
def worried(request):
    """Say that the worry has arrived and what they will hear."""
    return TemplateResponse(request, "workflows/review/worried.html")
