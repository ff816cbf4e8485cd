"""Browsers that somebody has signed in with: what others guess from elsewhere does not slow these down."""

import secrets

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core import signing
from django.dispatch import receiver

from workflows.privacy.keyring import load_ring

from .fresh import lacks_second_step

SALT = "people.known"
DAYS = 90


@receiver(user_logged_in)
def remember_browser(sender, request, user, **kwargs):
    """Let the answer to this request carry the mark."""
    if request is not None:
        request.signed_in_as = user


def mark_browser(request, response) -> None:
    """Give a browser that has just been signed in with its mark; it opens nothing, and says nothing to anybody else."""
    person = getattr(request, "signed_in_as", None)
    if person and not lacks_second_step(request, person):
        value = signing.dumps([_hashed(person.email), secrets.token_hex(8)], salt=SALT)
        response.set_cookie(
            settings.KNOWN_BROWSER_COOKIE,
            value,
            max_age=DAYS * 86_400,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Strict",
        )


def browser_of(request, account: str) -> str:
    """Return the browser's own mark if somebody signed in to this account with it before, else nothing."""
    value = request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE, "")
    try:
        whose, mark = signing.loads(value, salt=SALT, max_age=DAYS * 86_400)
    except (signing.BadSignature, ValueError):
        return ""
    return mark if whose == _hashed(account) else ""


def _hashed(account: str) -> str:
    return load_ring().fingerprint("known browser", account.strip().casefold())
