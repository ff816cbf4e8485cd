"""An author's session: it holds one case's key for half an hour, and shuts as soon as the front door is opened afresh.

Views of an author's room wear `author_required` and find their story in `request.submission`.
"""

import uuid
from functools import wraps

from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils import timezone

from home.errors import NEVER_BACK

from .forms.door import CarryOnForm, DoorForm
from .models import Submission
from .steps import has_content

IDLE = 30 * 60  # seconds
A_MINUTE = 60  # seconds
UNCODED = 24 * 60 * 60  # seconds; a draft without a code has no other way back, so its session lasts longer, locked
TRIES = 5  # at the first two words; then only all ten open
KEYS = ("case", "seen", "shut", "tries")
NOT_TYPED = NEVER_BACK | {"answer", "details", "do", "step"}
# What was typed in these forms waits behind the door.
ROOM_FORMS = frozenset("suggestions change message talk worry".split())
TYPED_LONGEST = 200_000  # characters of one answer that are given back


def open_case(request: HttpRequest, submission: Submission) -> None:
    """Open an author's session on their story, under a new session key."""
    request.session.cycle_key()
    close_case(request)
    request.session["case"] = str(submission.case)
    _touch(request, submission)


def close_case(request: HttpRequest) -> None:
    """Forget the story in this session; whoever is signed in as staff stays so."""
    for key in KEYS:
        request.session.pop(key, None)


def forget_here(request: HttpRequest) -> None:
    """End the session that holds a story. A draft without ten words has no other way back: it is only shut."""
    submission = held_case(request)
    if submission and submission.code_hash:
        request.session.flush()
    elif submission:
        shut_case(request)


def held_case(request: HttpRequest) -> Submission | None:
    """Return the story this session holds, open or shut, or None."""
    case = request.session.get("case")
    if case is None:
        return None
    return Submission.objects.filter(case=uuid.UUID(case), taken_back_at=None).first()


def opened_case(request: HttpRequest) -> Submission | None:
    """Return the story whose session is open: neither shut nor idle too long. An empty draft hides nothing."""
    submission = held_case(request)
    if submission is None:
        return None
    is_idle = timezone.now().timestamp() - request.session.get("seen", 0) > IDLE
    return None if (is_idle or request.session.get("shut")) and _hides_something(submission) else submission


def shut_case(request: HttpRequest) -> Submission | None:
    """Shut the door when the front page is opened afresh. Returns what is behind it, if there is anything."""
    submission = held_case(request)
    if submission is None or not _hides_something(submission):
        return None
    request.session["shut"] = True
    return submission


def missed(request: HttpRequest) -> None:
    """Count a wrong first two words; after five, this session holds nothing any more."""
    tries = request.session.get("tries", 0) + 1
    request.session["tries"] = tries
    if tries >= TRIES:
        close_case(request)


def private(response):
    """Mark an answer as one person's own: kept nowhere, named nowhere, found by no search engine.

    The referrer stays within the site: with none at all, browsers send forms with `Origin: null`, and Django refuses.
    """
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def private_page(view):
    """Mark every answer of a view as private."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        return private(view(request, *args, **kwargs))

    return wrapped


def author_required(view):
    """Let only an author in, with their story as `request.submission`. Others learn how to carry on, text in hand."""

    @private_page
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        submission = opened_case(request)
        if submission is None:
            return ask_again(request)
        request.submission = submission
        _touch(request, submission)
        return view(request, *args, **kwargs)

    return wrapped


def ask_again(request: HttpRequest):
    """Lead somebody without an open session to the door; what they had typed comes with them."""
    if request.method != "POST":
        return redirect("stories:door")
    match = request.resolver_match
    step = match.kwargs.get("step") or (match.url_name if match.url_name in ROOM_FORMS else "")
    return door_page(request, "stories/door/ended.html", typed=typed_of(request), step=step, status=403)


def door_page(request, template, *, status=200, carry_on=None, form=None, **context):
    """Return a page with the ways back in: the first two words if this session holds a story, else all ten."""
    held = held_case(request)
    held = held if held and _hides_something(held) else None
    context |= {
        "held": held,
        "carry_on": carry_on or (CarryOnForm(submission=held) if held else None),
        "form": form or DoorForm(),
    }
    return private(render(request, template, context, status=status))


def typed_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed, field by field, to be handed back; never tokens or what opens the door."""
    kept = []
    for name in request.POST:
        if name not in NOT_TYPED:
            kept += [(name, value[:TYPED_LONGEST].replace("\x00", "")) for value in request.POST.getlist(name)]
    return [(name, value) for name, value in kept if value]


def _hides_something(submission) -> bool:
    return bool(submission.code_hash or has_content(submission))


def _touch(request, submission) -> None:
    """Note that somebody is here, at most once a minute: looking at a page need not write."""
    now, lasts = int(timezone.now().timestamp()), IDLE if submission.code_hash else UNCODED
    is_fresh = now - request.session.get("seen", 0) < A_MINUTE
    if is_fresh and request.session.get("_session_expiry") == lasts:
        return
    request.session["seen"] = now
    request.session.set_expiry(lasts)
