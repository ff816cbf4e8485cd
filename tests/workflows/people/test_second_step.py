"""Without the second step nobody is signed in, at no address: the password alone opens only where one sets it up."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from tests.factories import make_person
from tests.test_permissions import patterns
from workflows.people.enums import Role
from workflows.people.middleware import SETTING_UP

from .signing import CODE, LOGIN, PASSWORD, code_of, give_app, sign_in, type_password, wrong_code

pytestmark = pytest.mark.django_db
ROOMS = ["/en/desk/", "/en/desk/intake/", "/admin/", "/admin/api/main/pages/", "/lost-sign-ins/", "/demo/"]


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_STEP_REQUIRED = True


def test_a_password_alone_leads_only_to_where_the_second_step_is_set_up(client):
    champion = make_person(Role.CHAMPION)
    answer = type_password(client, champion.email)
    assert answer["Location"] == "/start/"
    assert client.get("/start/")["Location"].startswith(LOGIN)
    assert client.get(LOGIN)["Location"] == reverse("mfa_index")
    page = client.get(reverse("mfa_index")).text
    assert "Before you go on, set up a second step." in page
    assert "Back to my work" not in page
    assert "Sign out everywhere" not in page


def plain_addresses() -> list[str]:
    """Return every address of the site that names nothing."""
    found = []
    for _path, name in patterns():
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            continue
    return sorted({address for address in found if address not in {reverse(known) for known in SETTING_UP}})


@pytest.mark.parametrize("is_superuser", [False, True])
def test_at_every_address_somebody_half_in_is_a_visitor(is_superuser):
    person = make_person(Role.ADMINISTRATOR, is_superuser=is_superuser)
    half_in, visitor = Client(), Client()
    half_in.force_login(person)
    addresses = plain_addresses()
    assert len(addresses) > 150
    different = []
    for address in addresses:
        mine, theirs = half_in.get(address), visitor.get(address)
        if (mine.status_code, mine.headers.get("Location")) != (theirs.status_code, theirs.headers.get("Location")):
            different.append(address)
    assert different == [LOGIN]


@pytest.mark.parametrize("role", list(Role))
def test_no_form_of_a_room_is_taken_from_somebody_half_in(role, client):
    client.force_login(make_person(role))
    for name in ("review:break", "review:pace", "people:sign_out_everywhere", "wagtailusers_users:add"):
        assert client.post(reverse(name), {"paused": "on", "weekly_limit": 3})["Location"].startswith(
            (LOGIN, "/admin/login/")
        )


def test_with_code_somebody_is_in(client):
    champion = make_person(Role.CHAMPION)
    secret = give_app(champion)
    assert type_password(client, champion.email)["Location"] == CODE
    assert not get_user(client).is_authenticated
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/start/"
    assert client.get("/en/desk/").status_code == 200


def test_a_wrong_code_is_none(client):
    champion = make_person(Role.CHAMPION)
    secret = give_app(champion)
    type_password(client, champion.email)
    answer = client.post(CODE, {"code": wrong_code(secret)})
    assert "That code is not right." in answer.text
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("typed", ["{}", " {} ", "{:.3} {:.3}"])
def test_a_code_opens_once(typed):
    champion = make_person(Role.CHAMPION)
    secret = give_app(champion)
    code = code_of(secret)
    first, second = Client(), Client()
    for client in (first, second):
        type_password(client, champion.email)
    assert first.post(CODE, {"code": code})["Location"] == "/start/"
    again = f"{code[:3]} {code[3:]}" if "3" in typed else typed.format(code)
    assert "That code is not right." in second.post(CODE, {"code": again}).text
    assert "That code is not right." in second.post(CODE, {"code": code_of(secret, later=-1)}).text
    assert second.post(CODE, {"code": code_of(secret, later=1)})["Location"] == "/start/"


@pytest.mark.django_db(transaction=True)
def test_setting_up_the_app_lets_somebody_in_and_shows_recovery_codes_once(client):
    champion = make_person(Role.CHAMPION)
    type_password(client, champion.email)
    page = client.get(reverse("mfa_activate_totp")).text
    secret = client.session["mfa.totp.secret"]
    assert secret in page
    assert 'src="data:image/svg+xml;base64,' in page
    code = code_of(secret)
    answer = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    first_look, second_look = client.get(answer["Location"]).text, client.get(answer["Location"]).text
    assert all(one in first_look for one in codes)
    assert not any(one in second_look for one in codes)
    assert client.get("/en/desk/").status_code == 200
    other = Client()
    type_password(other, champion.email)
    assert "That code is not right." in other.post(CODE, {"code": code}).text
    assert other.post(CODE, {"code": codes[0]})["Location"] == "/start/"
    third = Client()
    type_password(third, champion.email)
    assert "That code is not right." in third.post(CODE, {"code": codes[0]}).text


def test_secrets_are_not_in_the_database_in_plain(client):
    champion = make_person(Role.CHAMPION)
    secret = give_app(champion)
    stored = Authenticator.objects.get(user=champion).data["secret"]
    assert secret not in stored
    type_password(client, champion.email)
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/start/"


def test_who_takes_the_last_step_away_sets_another_up_first(client):
    champion = make_person(Role.CHAMPION)
    sign_in(client, champion, give_app(champion))
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=champion).exists()
    assert client.get("/en/desk/")["Location"].startswith(LOGIN)
    assert client.get(LOGIN)["Location"] == reverse("mfa_index")


def test_a_session_from_before_signs_in_again_with_the_second_step(client):
    champion = make_person(Role.CHAMPION)
    give_app(champion)
    client.force_login(champion)
    assert client.get("/en/desk/")["Location"].startswith(LOGIN)
    page = client.get(LOGIN, follow=True)
    assert "Please sign in again, with your second step." in page.text
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("name", sorted(SETTING_UP - {"account_logout"}))
def test_who_has_a_second_step_adds_none_before_showing_it(client, name):
    """Somebody with the password may have come in before its owner set their second step up elsewhere."""
    champion = make_person(Role.CHAMPION)
    type_password(client, champion.email)
    assert client.get(reverse(name)).status_code == 200
    give_app(champion)
    for ask in (client.get, client.post):
        client.force_login(champion)
        assert ask(reverse(name))["Location"] == LOGIN
        assert not get_user(client).is_authenticated
    assert Authenticator.objects.filter(user=champion).count() == 1


def test_a_browser_is_known_only_once_the_second_step_was_shown(client, settings):
    champion = make_person(Role.CHAMPION)
    type_password(client, champion.email)
    assert settings.KNOWN_BROWSER_COOKIE not in client.cookies
    client.post(reverse("account_logout"))
    sign_in(client, champion, give_app(champion))
    assert settings.KNOWN_BROWSER_COOKIE in client.cookies


def test_public_pages_know_nobody_half_in_and_offer_help(client):
    client.force_login(make_person(Role.CHAMPION))
    page = client.get("/en/")
    assert page.status_code == 200
    assert "Worried?</a>" not in page.text
    assert client.get("/en/help/").status_code == 200


def test_whether_somebody_showed_it_costs_no_query(client, settings):
    champion = make_person(Role.CHAMPION)
    sign_in(client, champion, give_app(champion))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/desk/")
        return len(queries)

    asked()
    with_it = asked()
    settings.SECOND_STEP_REQUIRED = False
    assert asked() == with_it


def test_the_password_is_asked_before_the_code(client):
    secret = give_app(make_person(Role.CHAMPION))
    assert client.get(CODE)["Location"] == LOGIN
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == LOGIN


def test_somebody_switched_off_signs_in_by_nothing(client):
    gone = make_person(Role.CHAMPION, is_active=False)
    give_app(gone)
    assert type_password(client, gone.email, PASSWORD)["Location"] == "/accounts/inactive/"
    assert "This account is switched off" in client.get("/accounts/inactive/").text
    assert not get_user(client).is_authenticated
