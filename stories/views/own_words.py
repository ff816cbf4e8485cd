"""Safeguarding on authors' own new words before they enter a page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.attached import PICTURE
from stories.forms.intake import CheckForm
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.answering import check_own_words, open_own_words
from workflows.review.being_read import cases_being_read
from workflows.review.errors import Late
from workflows.review.models import Suggestion
from workflows.review.views.confirming import change_context, seen_at
from workflows.review.views.refusals import explained

BACK = "stories:intake"


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request, pk):
    """Show an author's own new words before they enter the page; let them in, or say why they can't."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if suggestion.checked_at:
        raise Late
    form = CheckForm(request.POST or None, asks_what_it_shows=suggestion.paragraph == PICTURE and not suggestion.shows)
    if form.is_valid():
        given, seen = form.cleaned_data, seen_at(request)
        reason, shows = given["reason"], given.get("shows", "")
        check_own_words(suggestion=suggestion, person=request.user, reason=reason, shows=shows, seen=seen)
        said = _("The author is told, with your reason.") if reason else _("They are in. One champion confirms them.")
        messages.success(request, said)
        return redirect(BACK)
    suggestion = open_own_words(suggestion=suggestion, person=request.user)
    waits = suggestion.case in cases_being_read()
    context = {"form": None if waits else form, **change_context(suggestion), "back": BACK}
    return TemplateResponse(request, "workflows/review/change.html", context)
