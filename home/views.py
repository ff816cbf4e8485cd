"""Leaving in a hurry, search, and what machines ask for."""

import datetime

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from .frame import frame
from .searching import find, is_crisis, terms_of

AUTHOR_KEYS = ("case",)  # what a session holds while an author's room is open


@never_cache
@require_GET
def leave(request):
    """End an author's session, if one is open, and go to a page about the weather.

    With an author's room open the whole session ends and the browser is asked to clear what it kept of this site.
    """
    answer = HttpResponseRedirect(settings.LEAVE_TO)
    if any(key in request.session for key in AUTHOR_KEYS):
        request.session.flush()
        answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def search(request):
    """Answer a question with stories, plain pages and help lines; with help first where it sounds like danger."""
    question = request.GET.get("q", "").replace("\0", " ").strip()
    language = get_language() if get_language() in frame().homes else settings.LANGUAGE_CODE
    plain, results = find(question, language, request)
    context = {
        "question": question[:200],
        "asked": bool(terms_of(question)),
        "crisis": bool(question) and is_crisis(question),
        "plain": plain,
        "results": results,
    }
    return render(request, "home/search.html", context)


search.takes_anything = True  # a NUL in a question is no reason not to answer it


def robots(request):
    """Tell machines which rooms are not theirs, and where the map is."""
    return render(request, "home/robots.txt", {"languages": settings.LANGUAGES}, content_type="text/plain")


def security(request):
    """Tell finders of a weakness where to write (RFC 9116)."""
    ends = (timezone.now() + datetime.timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    return render(request, "home/security.txt", {"ends": ends.isoformat()}, content_type="text/plain")
