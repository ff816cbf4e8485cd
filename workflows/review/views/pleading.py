"""One part its author would like to keep: before one of its readers, and before staff who talk with the author."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.forms import StayForm
from workflows.review.models import Plea, PleaReader
from workflows.review.pleading import answer_plea, note_talk, open_plea, open_talk
from workflows.review.pleas_now import authors_to_talk_with

from .refusals import explained


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_http_methods(["GET", "HEAD", "POST"])
def stay(request, pk):
    """Show the part and what was said against it; take a reader's answer."""
    asked = get_object_or_404(PleaReader, pk=pk)
    form = StayForm(request.POST or None)
    if form.is_valid():
        answer_plea(asked=asked, person=request.user, **form.said())
        messages.success(request, _("Thank you. That is all we ask."))
        return redirect("review:desk")
    asked, against = open_plea(asked=asked, person=request.user)
    context = {"asked": asked, "against": against, "form": form}
    return TemplateResponse(request, "workflows/review/stay.html", context)


@for_role(Role.SAFEGUARDING)
@require_safe
def talks(request):
    """List the authors somebody here is to talk with, before any word is opened."""
    return TemplateResponse(request, "workflows/review/talks.html", {"talks": authors_to_talk_with()})


@for_role(Role.SAFEGUARDING)
@explained(back="review:talks")
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request, pk):
    """Show what the talk is about; note that it happened."""
    plea = get_object_or_404(Plea, pk=pk)
    if request.method == "POST":
        note_talk(plea=plea, person=request.user)
        messages.success(request, _("It is noted. What the author does now is their choice."))
        return redirect("review:talks")
    against, lines = open_talk(plea=plea, person=request.user)
    context = {"plea": plea, "against": against, "lines": lines}
    return TemplateResponse(request, "workflows/review/talk.html", context)
