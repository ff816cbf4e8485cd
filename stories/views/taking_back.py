"""Taking a story back: one press, from any state, and a page that says it is done."""

from django.core import signing
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from stories.actions import take_back
from stories.models import Submission
from stories.sessions import author_required, opened_case, private_page

from .my_story import EVERYWHERE, where

SALT = "stories.taking_back"
A_DAY = 24 * 60 * 60  # seconds; a press that comes again after the first one was done


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def taking_back(request: HttpRequest):
    """Take the story back on a press; before it, say what happens. A second press hears that it is done."""
    if request.method == "POST" and opened_case(request) is None and _is_done(request.POST.get("pressed", "")):
        return redirect("stories:taken_back")
    return _take_back(request) if request.method == "POST" else _before(request)


@author_required
def _take_back(request):
    take_back(case=request.submission.case)
    request.session.flush()  # erasing has deleted its row already; an open concern has not
    return redirect("stories:taken_back")


@where(EVERYWHERE)
def _before(request, status):
    pressed = signing.dumps(str(request.submission.case), salt=SALT)
    context = {"status": status, "place": status.place.value, "pressed": pressed}
    return render(request, "stories/my_story/take_back.html", context)


def _is_done(pressed: str) -> bool:
    """Tell whether the story this button belonged to has been taken back already."""
    try:
        case = signing.loads(pressed, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        return False
    return not Submission.objects.filter(case=case, taken_back_at=None).exists()


@private_page
@require_http_methods(["GET", "HEAD"])
def taken_back(request: HttpRequest):
    """Say that it is done. Anyone may read this page, again and again: it says nothing about anybody."""
    return render(request, "stories/my_story/taken_back.html")
