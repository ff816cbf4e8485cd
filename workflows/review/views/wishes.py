"""What a champion would like to read, chosen by themselves."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows.people.actions import avoid_subjects, choose_languages
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.wishes import WishesForm, wishes_of


@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request):
    """Show and keep languages and subjects."""
    if request.method != "POST":
        return _show(request, WishesForm(initial=wishes_of(request.user)))
    form = WishesForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    choose_languages(person=request.user, languages=form.cleaned_data["languages"])
    avoid_subjects(person=request.user, keys=form.cleaned_data["subjects"])
    messages.success(request, _("Your wishes are kept. You can change them whenever you like."))
    return redirect("review:desk")


def _show(request, form):
    return TemplateResponse(request, "workflows/review/wishes.html", {"form": form, "wishes": form})
