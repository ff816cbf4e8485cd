"""Explains a refusal to the editor who met it: a message and the page they came from, never a 500."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from .errors import Refused


class explain_refusals:  # noqa: N801  (named as the middleware functions are)
    """Turn a Refused under /admin/ into a message; elsewhere the views say it themselves."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        """Answer a Refused with a message and a way back; leave every other exception alone."""
        if not isinstance(error, Refused) or not request.path.startswith("/admin/"):
            return None
        messages.error(request, error.message)
        back = request.META.get("HTTP_REFERER", "")
        known = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return HttpResponseRedirect(back if known else "/admin/")
