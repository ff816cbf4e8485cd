"""Who reads what, for staff: safeguarding decides, editors see it. Never a word of a story."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workflows.people.actions import end_learning
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.models import Champion
from workflows.review.answered import answered
from workflows.review.asking import PlaceForm
from workflows.review.assignment import story_of
from workflows.review.burdens import what_learners_did, who_carries_what
from workflows.review.candidates import candidates
from workflows.review.cases import step_of
from workflows.review.enums import HELD, ReadingState
from workflows.review.errors import Refused
from workflows.review.explaining import why_asked, why_not
from workflows.review.models import ChampionReviewTask, Placement, Reading
from workflows.review.overview import stories_being_read
from workflows.review.placing import place_reader, who_may_be_asked
from workflows.review.rules import can_place
from workflows.review.waiting import language_name
from workflows.safeguarding.frozen import is_frozen

from .refusals import MOVED_ON, explained

BACK = "review:readers"
SHOWN = (*HELD, ReadingState.DONE)  # how else a reading ended is told to no one


@for_role(Role.SAFEGUARDING, Role.EDITOR)
@require_safe
def readers(request):
    """Show every story before its readers, every reader, and what became of suggestions."""
    context = {
        "stories": stories_being_read(),
        "people": who_carries_what(),
        "learners": what_learners_did(),
        "answered": answered(),
        "can_place": can_place(request.user),
    }
    return TemplateResponse(request, "workflows/review/readers.html", context)


@for_role(Role.SAFEGUARDING, Role.EDITOR)
@explained(back=BACK)
@require_safe
def one_story(request, case):
    """Show who reads one story and why, and why nobody else does."""
    return _show(request, case)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def place(request, case):
    """Ask somebody to read a story, as staff decided."""
    _step(case)
    form = _form(request, case, story_of(case), request.POST)
    if not form.is_valid():
        return _show(request, case, wrong=form)
    try:
        reading = place_reader(case=case, person=request.user, **form.cleaned_data)
    except MOVED_ON:
        raise
    except Refused as refusal:
        form.add_error("reader", refusal.message)
        return _show(request, case, wrong=form)
    messages.success(request, _("%(name)s is asked to read it.") % {"name": reading.champion})
    return redirect("review:one_story", case)


@for_role(Role.SAFEGUARDING)
@require_POST
def learned(request, pk):
    """Say that a champion has learned it: from now on their readings count."""
    champion = end_learning(champion=get_object_or_404(Champion, pk=pk), person=request.user)
    messages.success(request, _("%(name)s counts as a reader from now on.") % {"name": champion})
    return redirect(BACK)


def _step(case):
    """Return the step of a story that is being read. Raises Http404 for any other: there is nothing to see here."""
    step = step_of(case)
    if step is None or not isinstance(step.task.specific, ChampionReviewTask):
        raise Http404
    return step


def _readings(case) -> list[Reading]:
    return list(Reading.objects.filter(case=case).select_related("champion").order_by("offered_at", "pk"))


def _form(request, case, story, data=None) -> PlaceForm:
    people = who_may_be_asked(case, request.user)
    return PlaceForm(data, readings=_readings(case), people=people, story=story)


def _show(request, case, *, wrong=None):
    step, story, readings = _step(case), story_of(case), _readings(case)
    asked = [(reading, why_asked(reading)) for reading in readings if reading.state in SHOWN]
    known = {reading.champion_id for reading, _why in asked}
    others = [(one, why_not(one, story)) for one in candidates(case, story.subjects) if one.pk not in known]
    context = {
        "case": case,
        "step": step,
        "language": language_name(story.language),
        "paused": is_frozen(case),
        "asked": asked,
        "others": others,
        "form": wrong,
    }
    if can_place(request.user):
        context["place"] = wrong or _form(request, case, story)
        context["placements"] = Placement.objects.filter(case=case).select_related("by", "reader", "instead_of")
    return TemplateResponse(request, "workflows/review/one_story.html", context)
