"""Where it weighs much, somebody shows again that it is them; what they typed comes along and is stored nowhere."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.factories import make_person, make_submission
from tests.test_permissions import patterns
from workflows.people.enums import Role
from workflows.people.rules import PEOPLE_AND_RIGHTS, weighs_much
from workflows.privacy.models import AccessLog

from .signing import PASSWORD, code_of, give_app, sign_in, type_password, wrong_code

pytestmark = pytest.mark.django_db
REPORTS = "/admin/reports"
EXPORTS = [f"{REPORTS}/site-history/?export=csv", f"{REPORTS}/letters/?export=xlsx", "/admin/users/?export=csv"]
ASKED = "Is it still you?"


@pytest.fixture(autouse=True)
def minutes(settings):
    settings.FRESH_MINUTES = 10


def later(minutes=11):
    return time_machine.travel(timezone.now() + datetime.timedelta(minutes=minutes))


@pytest.fixture
def administrator(client):
    """Somebody who has typed their password just now."""
    person = make_person(Role.ADMINISTRATOR)
    type_password(client, person.email)
    return person


def form_of(page) -> dict[str, list]:
    """Return the fields of the first form that asks, with what they hold."""
    form = BeautifulSoup(page.content, "html.parser").find(attrs={"name": "prove-asked"}).find_parent("form")
    fields = {}
    for field in form.find_all("input", {"name": True}):
        fields.setdefault(field["name"], []).append(field.get("value", ""))
    return fields


@pytest.mark.parametrize("address", EXPORTS)
def test_an_export_asks_once_ten_minutes_have_passed(client, administrator, address):
    assert client.get(address).status_code == 200
    with later():
        page = client.get(address)
        assert (page.status_code, ASKED in page.text) == (403, True)
        answer = client.post(address, form_of(page) | {"prove-password-password": PASSWORD})
        assert answer["Location"] == address
        assert client.get(address).status_code == 200
    with later(25):
        assert ASKED in client.get(address).text


def test_looking_at_a_list_asks_nothing(client, administrator):
    with later():
        for address in (
            "/admin/reports/site-history/",
            "/admin/users/",
            reverse("wagtailsnippets_people_champion:list"),
        ):
            assert client.get(address).status_code == 200


def test_what_was_typed_into_a_form_is_kept_and_carried_out_with_the_proof(client, administrator):
    person = make_person(Role.CHAMPION, name="Isla")
    groups = Group.objects.filter(name__in=[Role.CHAMPION, Role.EDITOR])
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    typed = {"email": person.email, "first_name": 'Eilidh "E"\r\n<b>', "last_name": "T", "language": "en"}
    typed |= {"is_active": "on", "groups": [group.pk for group in groups]}
    with later():
        page = client.post(address, typed)
        assert "What you typed is kept." in page.text
        person.refresh_from_db()
        assert person.first_name == "Isla"
        fields = form_of(page)
        assert fields["groups"] == [str(group.pk) for group in groups]
        assert "Eilidh" not in str(dict(client.session))
        wrong = client.post(address, fields | {"prove-password-password": "wrong"})
        assert (wrong.status_code, "There is a problem" in wrong.text) == (403, True)
        again = form_of(wrong)
        assert {**fields, "csrfmiddlewaretoken": 0} == {**again, "csrfmiddlewaretoken": 0}
        assert client.post(address, again | {"prove-password-password": PASSWORD}).status_code == 302
    person.refresh_from_db()
    assert person.first_name.startswith('Eilidh "E"')
    assert {group.name for group in person.groups.all()} == {Role.CHAMPION, Role.EDITOR}


def test_who_has_a_second_step_shows_that_and_the_password_is_not_enough(client):
    person = make_person(Role.ADMINISTRATOR)
    secret = give_app(person)
    sign_in(client, person, secret)
    address = reverse("wagtailusers_users:add")
    assert client.get(address).status_code == 200
    with later():
        page = client.get(address)
        assert "prove-password-password" not in page.text
        by_password = {"prove-password-password": PASSWORD, "prove-asked": "password"}
        for proof in (by_password, {"prove-code-code": wrong_code(secret)}):
            assert ASKED in client.post(address, form_of(page) | proof).text
        assert client.post(address, form_of(page) | {"prove-code-code": code_of(secret)})["Location"] == address


def test_somebody_elses_proof_is_none(client, administrator):
    other = make_person(Role.ADMINISTRATOR)
    secret = give_app(other)
    address = reverse("wagtailusers_users:add")
    with later():
        proof = {"prove-asked": "code", "prove-code-code": code_of(secret), "prove-method": "POST"}
        assert ASKED in client.post(address, proof).text


def test_opening_how_to_reach_an_author_asks_and_then_opens(client):
    keeper, story = make_person(Role.SAFEGUARDING), make_submission()
    type_password(client, keeper.email)
    address = reverse("stories:intake_contact", args=[story.case])
    with later():
        page = client.post(address, {"why": "danger"})
        assert ASKED in page.text
        assert not AccessLog.objects.filter(what__startswith="contact").exists()
        fields = form_of(page) | {"prove-password-password": PASSWORD}
        assert "author@example.org" in client.post(address, fields).text
    assert AccessLog.objects.filter(what__startswith="contact").exists()


def test_a_session_that_never_showed_anything_is_asked():
    client = Client()
    client.force_login(make_person(Role.ADMINISTRATOR))
    assert ASKED in client.get(reverse("wagtailusers_users:add")).text


def test_every_address_that_is_named_exists():
    known = {name for _path, name in patterns(get_resolver())}
    assert [begin for begin in PEOPLE_AND_RIGHTS if not any(name.startswith(begin) for name in known)] == []


@pytest.mark.parametrize(
    "name",
    [
        "wagtailusers_users:edit",
        "wagtailusers_groups:edit",
        "wagtailsnippets_people_qualification:add",
        "wagtailsnippets_privacy_consentwording:edit",
        "mfa_deactivate_totp",
        "account_change_password",
    ],
)
def test_people_rights_and_wordings_weigh_much(name):
    assert weighs_much(name, {}, {})


def test_ticked_people_weigh_much_and_ticked_pages_do_not():
    assert weighs_much("wagtail_bulk_action", {"app_label": "people"}, {})
    assert not weighs_much("wagtail_bulk_action", {"app_label": "wagtailcore"}, {})
    assert not weighs_much("wagtailusers_users:index", {}, {})
