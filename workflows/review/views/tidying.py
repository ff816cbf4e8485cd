"""The spelling of a whole story, put right by a champion in one go."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.actions import open_reading
from workflows.review.enums import SuggestionKind
from workflows.review.errors import Refused
from workflows.review.keeping import SPELLING, typed_by
from workflows.review.models import Suggestion
from workflows.review.tidy_form import TidyForm, from_typed
from workflows.review.tidying import NotSpelling, tidy

from .desk import own_reading
from .moved import nothing_lost
from .refusals import MOVED_ON
from .showing import draft_before, language_of, words_of


@nothing_lost
@for_role(Role.CHAMPION)
@require_http_methods(["GET", "HEAD", "POST"])
def spelling(request, pk):
    """Show every part in a box; offer what was put right to the author as one thing."""
    reading = open_reading(reading=own_reading(request, pk), person=request.user)
    draft = draft_before(reading)
    mine = Suggestion.objects.unanswered().filter(case=reading.case, made_by=request.user, kind=SuggestionKind.SPELLING)
    offered = {one.paragraph: one.after for one in mine} | from_typed(typed_by(reading).get(SPELLING, {}))
    form = TidyForm(request.POST or None, parts=words_of(draft), offered=offered, language=language_of(draft))
    digest = request.POST.get("digest", "") if request.POST else draft.words_digest()
    if form.is_valid() and _sent(request, reading, form, digest):
        return redirect("review:reading", pk)
    context = {"form": form, "reading": reading, "digest": digest, "part": SPELLING}
    return TemplateResponse(request, "workflows/review/spelling.html", context)


def _sent(request, reading, form, digest) -> bool:
    try:
        made = tidy(case=reading.case, person=request.user, digest=digest, texts=form.texts())
    except NotSpelling as refusal:
        form.refuse(refusal.parts)
    except MOVED_ON:
        raise
    except Refused as refusal:
        form.add_error(None, refusal.message)
    else:
        said = ngettext(
            "The spelling of one part is noted. The author will decide.",
            "The spelling of %(number)s parts is noted. The author gets it as one offer, and decides.",
            len(made),
        )
        messages.success(request, said % {"number": len(made)} if made else _("Your spelling is taken off again."))
        return True
    return False
