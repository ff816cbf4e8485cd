"""What visitors see when something is not as it should be: each page says what to do next, with help on it."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_from_path, gettext_lazy, override
from django.views.defaults import server_error


class NotReadTwice(Exception):
    """A translation was to go up before a second person had read it."""

    message = gettext_lazy(
        "Nobody has read this translation a second time yet. It is kept as a draft. Ask somebody to read it under "
        "Reports → Translations."
    )


LONG = 40  # characters: from here on it would hurt to write it again
NEVER_BACK = frozenset(  # what nobody typed, and what opens something
    "began code csrfmiddlewaretoken digest next opening password pressed seen shown".split()
)


def _answer(request, template, status, context=None):
    language = get_language_from_path(request.path_info) or get_language() or settings.LANGUAGE_CODE
    with override(language):  # some of these are given before anything has looked at the address
        return HttpResponse(render_to_string(template, context, request=request), status=status)


def bad_request(request, exception=None):
    """Answer what could not be read."""
    return _answer(request, "400.html", 400)


def csrf_failure(request, reason=""):
    """Answer a form that is too old or came from elsewhere: nothing was sent, and long texts come back."""
    answer = _answer(request, "403_csrf.html", 403, {"texts": _typed(request)})
    answer["Cache-Control"] = "no-store"
    return answer


def could_not(request):
    """Answer when something of ours failed: a full disk, a database that is away, a mistake. Typed texts come back.

    Where even this page cannot be made, the one that needs nothing of the site stands in for it.
    """
    answer = None
    try:
        if texts := _typed(request):
            answer = _answer(request, "503_text.html", 503, {"texts": texts})
            answer["Retry-After"] = "300"
    except Exception:  # noqa: BLE001  (whatever failed may fail again: then the plain page has to do)
        answer = None
    return answer or server_error(request)


def _typed(request) -> list[str]:
    texts = [text for name, text in request.POST.items() if len(text) > LONG and name not in NEVER_BACK]
    return [text.replace("\x00", "") for text in texts]


def gone(request):
    """Answer for everything that is out of sight, with the same bytes every time.

    Browsers keep a 410 for ever unless they are told not to, and a page that was paused comes back.
    """
    answer = HttpResponse(render_to_string("410.html", request=request), status=410)
    answer["Cache-Control"] = "no-store"
    return answer


def too_many(request):
    """Answer somebody who tried too often in a short time."""
    return _answer(request, "429.html", 429)
