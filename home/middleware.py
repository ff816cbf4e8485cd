"""Small guards: input no text field takes, the admin's own content policy, translations nobody has read twice."""

from csp.constants import SELF, UNSAFE_INLINE
from django.contrib import messages
from django.shortcuts import redirect

from .errors import NotReadTwice, bad_request


def admin_csp(get_response):
    """Let Wagtail's admin have the inline styles and scripts it still needs; the public pages have none."""
    loose = {
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
    }

    def middleware(request):
        response = get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = loose
        return response

    return middleware


def clean_input(get_response):
    """Answer a NUL in an address or a query with a clear page; forms deal with their own fields.

    A view marked `takes_anything` gets its query as it came.
    """

    def middleware(request):
        return bad_request(request) if "\x00" in request.path else get_response(request)

    def process_view(request, view, args, kwargs):
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
