"""Holds opened case keys for one request, so that a page opens each of them once."""

from .casekeys import keys_held


def hold_keys(get_response):
    """Return a middleware that forgets every opened key when the answer is made."""

    def middleware(request):
        with keys_held():
            return get_response(request)

    return middleware
