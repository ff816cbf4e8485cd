"""There is one way to sign in, and no other door of Wagtail's, Django's or allauth's."""

import pytest
from django.contrib.auth import get_user
from django.urls import get_resolver, reverse

from workflows.people.models import User

from .factories import make_person
from .test_permissions import patterns

pytestmark = pytest.mark.django_db
OPEN = {  # what of allauth anybody may open: signing in and out, and a new password
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
}
SHUT = [
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_set_password",
    "account_confirm_login_code",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_download_recovery_codes",
]


def test_wagtails_own_password_form_leads_to_the_one_sign_in(client):
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/accounts/login/?next=/admin/"


def test_wagtails_own_password_reset_leads_to_the_one_reset(client):
    assert client.get("/admin/password_reset/").headers["Location"] == "/accounts/password/reset/"
    assert client.get("/admin/password_reset/confirm/1/x/").headers["Location"] == "/accounts/password/reset/"


def test_wagtails_form_for_private_pages_signs_nobody_in(client):
    person = make_person()
    typed = {"username": person.email, "password": "a long password"}
    assert client.post("/en/_util/login/", typed).headers["Location"] == "/accounts/login/"
    client.post("/admin/login/", typed)
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("name", SHUT)
@pytest.mark.parametrize("signed_in", [False, True])
def test_allauths_other_doors_are_shut(client, name, signed_in):
    if signed_in:
        client.force_login(make_person())
    for answer in (client.get(reverse(name)), client.post(reverse(name), {"email": "new@example.org"})):
        assert answer.headers["Location"] == "/accounts/login/"


def test_nobody_signs_up(client):
    for address in ("/accounts/signup/", "/accounts/2fa/webauthn/signup/"):
        client.post(address, {"email": "new@example.org", "password1": "a long password"})
    assert not User.objects.exists()


def test_allauths_links_by_mail_are_shut_but_for_a_new_password(client):
    assert client.get("/accounts/confirm-email/abc:def/").headers["Location"] == "/accounts/login/"
    assert "no longer works" in client.get("/accounts/password/reset/key/1-abc/").text


def test_nothing_else_of_allauth_knows_a_visitor(client):
    named = {name for path, name in patterns() if path.startswith("accounts/") and name != "None"}
    for name in sorted(named - OPEN - set(SHUT) - {"account_confirm_email", "account_reset_password_from_key"}):
        kwargs = {"pk": 1} if name in {"mfa_edit_webauthn", "mfa_remove_webauthn"} else {}
        answer = client.get(reverse(name, kwargs=kwargs))
        assert (name, answer.status_code) in {(name, 302), (name, 403)}
        assert answer.headers.get("Location", "/accounts/login/").startswith("/accounts/login/")


def test_no_address_takes_a_token_instead_of_somebody():
    """Wagtail can make keys for its other API. It is not here, so they open nothing."""
    assert not [path for path, _name in patterns(get_resolver()) if "v2/" in path or "v3/" in path]


def test_the_admin_changes_no_password_and_no_address_of_ones_own(client):
    from workflows.people.enums import Role

    person = make_person(Role.EDITOR)
    client.force_login(person)
    page = client.get(reverse("wagtailadmin_account")).text
    assert "old_password" not in page
    assert "name_email-email" not in page
