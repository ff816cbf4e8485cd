"""A page of our own in the Wagtail admin, for editors and safeguarding: suggest a change to one part of a story."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from home.lists import reasons_in
from home.reading import reads
from stories.display import language_of
from stories.forms.admin import SuggestForm
from stories.models import StoryPage
from workflows.people.models import AgeMark
from workflows.review.actions import suggest
from workflows.review.cases import draft_of
from workflows.review.enums import SuggestionKind
from workflows.review.errors import Refused
from workflows.review.proposals import parts_of
from workflows.review.rules import can_check
from workflows.safeguarding.frozen import is_frozen

INTAKE = "stories:intake_story"


def suggest_change(request, pk, paragraph):
    """Show one part with a form, and record the suggestion. The author decides."""
    page = get_object_or_404(StoryPage, pk=pk)
    edits = page.permissions_for_user(request.user).can_edit()
    if not edits and (is_frozen(page.case) or not can_check(request.user, AgeMark.of(page.case))):
        raise PermissionDenied
    draft = draft_of(page)
    words = parts_of(draft).get(paragraph)
    if words is None:
        raise Http404
    start = {"before": words, "after": words, "kind": SuggestionKind.SUGGESTION}
    form = SuggestForm(request.POST or None, initial=start, reasons=reasons_in(draft.locale.language_code))
    if request.method == "POST" and form.is_valid():
        try:
            suggest(case=page.case, person=request.user, paragraph=paragraph, **form.proposal())
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Your suggestion is noted. The author will decide."))
            _warn_of_style(request, form.cleaned_data, draft)
            return redirect("wagtailadmin_pages:edit", page.pk) if edits else redirect(INTAKE, page.case)
    context = {"page": page, "words": words, "form": form, "page_title": _("Suggest a change")}
    context["reads"] = reads(words, language_of(draft))
    return TemplateResponse(request, "stories/admin/suggest.html", context)


def _warn_of_style(request, said: dict, draft) -> None:
    """Say how much in the new words or the reason could be kinder or plainer; noted it is all the same.

    Which words, the page of the story shows: a message lies in a cookie, and holds none of them.
    """
    found = reads(f"{said['after']}\n{said['reason']}", language_of(draft))
    if found.number:
        told = _("It could be kinder or plainer: things to look at: %(number)d. It was sent all the same.")
        messages.warning(request, told % {"number": found.number})
