"""One place for every door: without the second step nobody is signed in, and what weighs much asks again who it is."""

from functools import partial

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from .doors import ask_again
from .factors import has_second_step
from .fresh import lacks_second_step
from .known import mark_browser
from .rules import weighs_much

SETTING_UP = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout"})


class SecondStep:
    """Everything that asks who somebody is hears "nobody" until they have shown the second step.

    So each door, an admin's API included, treats them as the visitor they are; only setting a second step up and
    signing out know them. Nothing is looked up before somebody asks: a public page stays as cheap as it was.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.half_in = request.user
        request.user = SimpleLazyObject(partial(_fully_in, request, request.half_in))
        request.auser = _never
        response = self.get_response(request)
        mark_browser(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Lead somebody half in to where they set the second step up; ask again where it weighs much."""
        match = request.resolver_match
        name = match.view_name
        if name == "account_login" and lacks_second_step(request, request.half_in):
            return _lead_on(request)
        if name in SETTING_UP:
            if name != "account_logout" and _has_one_elsewhere(request):
                return _lead_on(request)
            request.user = request.half_in
        if weighs_much(name, match.kwargs, request.GET) and request.user.is_authenticated:
            return ask_again(request)
        return None


def _fully_in(request, person):
    if not person.is_authenticated or lacks_second_step(request, person):
        return AnonymousUser()
    return getattr(person, "_wrapped", person)


def _has_one_elsewhere(request) -> bool:
    """Tell whether somebody half in has a second step already: then none is added here before that one is shown."""
    return lacks_second_step(request, request.half_in) and has_second_step(request.half_in)


def _lead_on(request):
    """Send them to set a second step up. Whoever has one signs in again, and is asked for it."""
    if has_second_step(request.half_in):
        logout(request)
        messages.info(request, _("Please sign in again, with your second step."))
        return redirect("account_login")
    return redirect("mfa_index")


async def _never():
    raise NotImplementedError  # no view here is asynchronous; one that is would go past this door
