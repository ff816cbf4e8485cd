"""Guards around every answer: headers that close it, the admin's policy, odd input, translations nobody read twice."""

from csp.constants import SELF
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.cache import has_vary_header

from .errors import NotReadTwice, bad_request

LARGEST = 2**63 - 1  # of a row's number
READS = frozenset({"GET", "HEAD", "OPTIONS"})


def closed(get_response):
    """Keep an answer that is one person's own, or no page at all, out of every cache; keep all from other sites.

    It is somebody's own when it asked for a cookie or sets one: nobody has to remember to say so.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        own = has_vary_header(response, "Cookie") or response.cookies or request.method not in READS
        if (own or response.status_code >= 400) and "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "no-store"
        return response

    return middleware


def admin_csp(get_response):
    """Let the admin show a picture before its upload and frame a preview. Its scripts and styles are files too."""
    policy = {"img-src": [SELF, "data:", "blob:"], "frame-src": [SELF]}

    def middleware(request):
        response = get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = policy
        return response

    return middleware


def clean_input(get_response):
    """Answer a NUL in an address or a query with a clear page; forms deal with their own fields.

    A view marked `takes_anything` gets its query as it came. A number that no row can have names nothing.
    """

    def middleware(request):
        return bad_request(request) if "\x00" in request.path else get_response(request)

    def process_view(request, view, args, kwargs):
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404
        asked = "%00" in request.META.get("QUERY_STRING", "") and not getattr(view, "takes_anything", False)
        return bad_request(request) if asked else None

    middleware.process_view = process_view
    return middleware


def explain_unread(get_response):
    """Say in the admin why a translation stays a draft."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, error):
        if not isinstance(error, NotReadTwice) or not request.path.startswith("/admin/"):
            return None
        messages.error(request, error.message)
        return redirect("translations")

    middleware.process_exception = process_exception
    return middleware
