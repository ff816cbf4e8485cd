"""The champions' desk: what waits for them, how to hand it back, and how to take a break."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workflows.people.actions import choose_pace, take_a_break
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.models import Champion
from workflows.review.actions import give_back
from workflows.review.enums import HELD, ReadingState
from workflows.review.errors import Late
from workflows.review.forms import PaceForm
from workflows.review.models import Reading
from workflows.review.outcomes import has_news, news_for
from workflows.review.pleas_now import parts_to_look_at
from workflows.review.waiting import changes_to_confirm, held_readings, read_this_week
from workflows.safeguarding.models import Concern

from .refusals import explained

NOON, EVENING = 12, 18


@for_role(Role.CHAMPION)
@require_safe
def desk(request):
    """Show what waits, before any word of it is opened."""
    return _show(request)


@for_role(Role.CHAMPION)
@require_POST
def pace(request):
    """Take a champion's own weekly limit."""
    form = PaceForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    choose_pace(person=request.user, **form.cleaned_data)
    messages.success(request, _("Your own limit is kept. You can change it whenever you like."))
    return redirect("review:desk")


def _show(request, wrong=None):
    prefetch_related_objects([request.user], "qualifications")
    known = {"has_news": has_news(request.user), "this_week": read_this_week(request.user)}
    profile = Champion.objects.filter(person=request.user).annotate(**known).first()
    if profile:
        request.user.champion = profile  # nobody asks for it again
    readings, changes = held_readings(request.user), changes_to_confirm(request.user)
    parts = parts_to_look_at(request.user)
    context = {
        "greeting": _greeting(request.user.first_name),
        "waiting": sum(not row.paused for row in (*readings, *changes, *parts)),
        "readings": readings,
        "changes": changes,
        "parts": parts,
        "profile": profile,
        "pace": wrong or PaceForm(initial={"weekly_limit": profile.weekly_limit if profile else None}),
        "form": wrong,
        "this_week": profile.this_week if profile else 0,
        "news": news_for(request.user) if profile and profile.has_news else [],
        "read_worries": Concern.objects.lately_closed().filter(person=request.user).defer("text", "outcome"),
    }
    return TemplateResponse(request, "workflows/review/desk.html", context)


@for_role(Role.CHAMPION)
@require_POST
def pause(request):
    """Begin or end a break; pressed twice it stays as it is."""
    paused = request.POST.get("paused") == "yes"
    take_a_break(person=request.user, paused=paused)
    said = _("You’re on a break. We won’t offer you new stories.") if paused else _("Welcome back.")
    messages.success(request, said)
    return redirect("review:desk")


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_POST
def hand_back(request, pk):
    """Hand a story back; somebody else is asked."""
    return _give_back(request, pk, ReadingState.HANDED_BACK)


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_http_methods(["GET", "HEAD", "POST"])
def step_away(request, pk):
    """Say what stepping away means; then step away from a story whose author one may know, for good."""
    if request.method != "POST" and (reading := own_reading(request, pk)).state in HELD:
        return TemplateResponse(request, "workflows/review/step_away.html", {"reading": reading})
    return _give_back(request, pk, ReadingState.STEPPED_AWAY)


def own_reading(request, pk) -> Reading:
    """Return a champion's own reading. Raises Http404 for none, PermissionDenied for another's."""
    reading = get_object_or_404(Reading, pk=pk)
    if reading.champion_id != request.user.pk:
        raise PermissionDenied
    return reading


def _give_back(request, pk, state):
    try:
        give_back(reading=own_reading(request, pk), person=request.user, state=state)
    except Late:
        messages.info(request, _("That story is no longer with you. There is nothing more to do."))
    else:
        messages.success(request, _("Thank you. Somebody else will read it, and nobody is told why."))
    return redirect("review:desk")


def _greeting(name: str) -> str:
    hour = timezone.localtime().hour
    if hour < NOON:
        return _("Good morning, %(name)s.") % {"name": name}
    if hour < EVENING:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}
