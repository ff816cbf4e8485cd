"""A champion's answer about a whole story: the four questions and the verdict, on the words that were on the screen."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.actions import cast_vote
from workflows.review.enums import ReadingState
from workflows.review.errors import Late, Refused, Stale
from workflows.review.models import Policy, Suggestion
from workflows.review.verdict_form import VerdictForm

from .desk import own_reading
from .moved import nothing_lost
from .refusals import MOVED_ON
from .showing import show_reading


@nothing_lost
@for_role(Role.CHAMPION)
@require_POST
def vote(request, pk):
    """Cast the vote; pressed twice it counts once."""
    reading = own_reading(request, pk)
    if reading.state == ReadingState.DONE:
        return redirect("review:thanks", pk)
    mine = Suggestion.objects.unanswered().filter(case=reading.case, made_by=request.user)
    policy = asked(request)
    form = VerdictForm(request.POST, policy=policy, has_suggestions=mine.exists())
    if form.is_valid():
        try:
            cast_vote(
                reading=reading,
                person=request.user,
                digest=request.POST.get("digest", ""),
                verdict=form.cleaned_data["verdict"],
                found=form.found(),
                policy=policy,
            )
        except Late:
            reading.refresh_from_db()
            if reading.state == ReadingState.DONE:
                return redirect("review:thanks", pk)
            raise
        except MOVED_ON:
            raise
        except Refused as refusal:
            form.add_error("verdict", refusal.message)
        else:
            return redirect("review:thanks", pk)
    return show_reading(request, reading, verdict=form)


def asked(request) -> Policy | None:
    """Return the version of the policy that was on the screen; today's where none is named. Raises Stale for none."""
    name = request.POST.get("policy", "")
    if not name:
        return Policy.objects.current()
    found = Policy.objects.approved().filter(pk=name).first() if name.isdecimal() and len(name) < 10 else None
    if found is None:
        raise Stale
    return found
