"""The author's room: where the story is, messages with staff, a worry, and everything we hold."""

import datetime
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.actions import reply, tell_a_worry
from stories.agreed import asked_of, is_ending
from stories.forms.my_story import MessageForm, WorryForm
from stories.lost import Claim
from stories.sessions import author_required, typed_of
from stories.sharing import Sharing
from stories.status import Place, Status, status_of
from stories.talking import see_messages
from stories.timeline import what_happened
from workflows.privacy.enums import Use
from workflows.review.errors import Refused
from workflows.review.models import Suggestion

EVERYWHERE = frozenset(Place)
NOT_PAUSED = EVERYWHERE - {Place.PAUSED}
WITH_AUTHOR = frozenset({Place.WITH_YOU, Place.NEW_WORDS, Place.LOOKED_AT_AGAIN, Place.TO_TALK})
AFTER_YES = frozenset({Place.WAITING, Place.DAY_SET})
TYPED = ("words", "text", "headline", "byline")  # how the names of the fields begin that people write in
A_WEEK = datetime.timedelta(days=7)


def where(places: frozenset[Place]):
    """Let an author's view run where the story stands at one of these places; else say where it is now.

    The view gets the status as a second argument. A refusal on the way ends alike, with what was typed given back.
    """

    def decorate(view):
        @author_required
        @wraps(view)
        def wrapped(request):
            status = status_of(request.submission)
            try:
                if status.place in places:
                    return view(request, status)
            except Refused:
                status = status_of(request.submission)
            return moved_on(request, status)

        return wrapped

    return decorate


def by_a_press(view):
    """Let a view run on a press of its button only; its address alone leads to the room."""

    @wraps(view)
    def wrapped(request, status):
        return view(request, status) if request.method == "POST" else redirect("stories:my_story")

    return wrapped


def moved_on(request: HttpRequest, status: Status):
    """Lead to the room, which says where the story is; whoever typed something gets it back to copy."""
    typed = [value for name, value in typed_of(request) if name.startswith(TYPED)]
    if not typed:
        return redirect("stories:my_story")
    context = {"status": status, "typed": typed}
    return render(request, "stories/my_story/moved_on.html", context, status=409)


@where(EVERYWHERE)
@require_http_methods(["GET", "HEAD"])
def room(request: HttpRequest, status: Status):
    """Show where the story is and what can be done."""
    if status.place == Place.PAUSED:
        claimed = Claim.objects.about(request.submission.case).exists()
        return render(request, "stories/my_story/paused.html", {"status": status, "claimed": claimed})
    return room_page(request, status, MessageForm())


@where(NOT_PAUSED)
@by_a_press
def message(request: HttpRequest, status: Status):
    """Send a message to staff; a second press of the same message sends nothing."""
    form = MessageForm(request.POST)
    if not form.is_valid():
        return room_page(request, status, form)
    return send_message(request, form)


def send_message(request: HttpRequest, form: MessageForm):
    """Send what was written and say so; the same press twice sends it once."""
    last = request.submission.messages.last()
    if not (last and last.by_author and last.text == form.cleaned_data["text"].strip()):
        reply(case=request.submission.case, text=form.cleaned_data["text"])
    messages.success(request, _("Your message is with our staff. The answer will be here."))
    return redirect("stories:my_story")


@where(EVERYWHERE)
@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: HttpRequest, status: Status):
    """Pause everything by one press, with or without words."""
    form = WorryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tell_a_worry(case=request.submission.case, text=form.cleaned_data["text"])
        messages.success(request, _("Thank you for telling us. Your story is paused now."))
        return redirect("stories:my_story")
    return render(request, "stories/my_story/worry.html", {"form": form, "status": status})


def room_page(request: HttpRequest, status: Status, form: MessageForm):
    """Show the room with the message form as it stands."""
    case, lines = request.submission.case, list(request.submission.messages.all())
    if any(not line.by_author and line.seen_at is None for line in lines):
        see_messages(case=case, of_author=False)
    asked = asked_of(case)
    publishing = next(one for one in asked if one.use == Use.PUBLISH)
    context = {
        "form": form,
        "status": status,
        "place": status.place.value,
        "with_author": status.place in WITH_AUTHOR,
        "open_questions": Suggestion.objects.of_round(status.step).open_to_author().count() if status.step else 0,
        "lines": lines,
        "events": what_happened(request.submission, status.page),
        "asked": asked,
        "publishing": publishing,
        "ending": is_ending(publishing.consent),
        "yes_until": Sharing.load().yes_until(request.submission.band),
        "submission": request.submission,
        "sounds_hard": sounds_hard(request.submission, lines),
        "was_out": bool(status.page and status.page.sealed_with),
        "been_out": request.submission.settled_at is None and _been_out(status),
    }
    return render(request, "stories/my_story/room.html", context)


def sounds_hard(submission, lines) -> bool:
    """Tell whether to show help first: words of concern in what its author wrote lately, to us or for the page."""
    wrote = any(line.marked and line.at >= timezone.now() - A_WEEK for line in lines)
    lately = {"case": submission.case, "marked": True, "answered_at__gte": timezone.now() - A_WEEK}
    return wrote or Suggestion.objects.filter(**lately).exists() or _changed_lately(submission)


def wording_shown(request: HttpRequest) -> int:
    """Return the id of the wording that was on the screen, 0 for none."""
    shown = request.POST.get("wording", "")
    return int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < 10 else 0


def _changed_lately(submission) -> bool:
    changed = submission.changed_at and submission.changed_at >= timezone.now() - A_WEEK
    return bool(changed and submission.marked.get("words"))


def _been_out(status) -> bool:
    """Tell whether the page has been out for a week: time to ask how its author is with that."""
    return status.place == Place.PUBLISHED and timezone.now() - status.page.first_published_at >= A_WEEK
