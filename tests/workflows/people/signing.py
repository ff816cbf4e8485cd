"""Hands for tests of signing in: an app, its codes, and a browser from some network."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

PASSWORD = "a long password"
LOGIN, CODE = "/accounts/login/", "/accounts/2fa/authenticate/"


def give_app(person) -> str:
    """Set an app up for somebody; return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret: str, *, later: int = 0) -> str:
    """Return what an app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def wrong_code(secret: str) -> str:
    """Return six digits that no half minute around now has."""
    good = {code_of(secret, later=step) for step in (-2, -1, 0, 1, 2)}
    return next(code for code in ("000000", "111111", "222222", "333333", "444444", "555555") if code not in good)


def type_password(client: Client, email: str, password: str = PASSWORD, **extra):
    return client.post(LOGIN, {"login": email, "password": password}, **extra)


def sign_in(client: Client, person, secret: str, **extra):
    """Sign in with password and code."""
    type_password(client, person.email, **extra)
    return client.post(CODE, {"code": code_of(secret)}, **extra)


def has_factors(person) -> bool:
    return Authenticator.objects.filter(user=person).exists()
