"""Signing in, in a browser: an app, a recovery code, a passkey, and showing again that it is you."""

import datetime
import re

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories import make_person
from workflows.people.enums import Role

from .signing import LOGIN, PASSWORD, code_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_STEP_REQUIRED, settings.FRESH_MINUTES = True, 10


@pytest.fixture
def reads(axe):
    """Return a check of a page: nothing runs over the edge, axe finds nothing."""

    def check(page):
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        axe(page)

    return check


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def type_password(page, live_server, person):
    page.goto(live_server.url + LOGIN)
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")


def test_a_phone_without_javascript_sets_the_app_up_and_signs_in_with_codes(phone, live_server, reads):
    champion = make_person(Role.CHAMPION)
    phone.goto(live_server.url + LOGIN)
    reads(phone)
    type_password(phone, live_server, champion)
    expect(phone.get_by_role("heading", name="Signing in safely")).to_be_visible()
    reads(phone)
    phone.get_by_role("link", name="Set up the app").click()
    reads(phone)
    secret = phone.locator("code").inner_text()
    phone.get_by_label("The six digits").fill(code_of(secret))
    press(phone, "Set up the app")
    reads(phone)
    codes = phone.locator(".codes code").all_inner_texts()
    assert len(codes) == 10
    phone.get_by_role("link", name="I have kept them").click()
    expect(phone).to_have_url(re.compile("/en/desk/"))
    press(phone, "Sign out")
    type_password(phone, live_server, champion)
    reads(phone)
    phone.get_by_label("Code").fill("00000000")
    press(phone, "Sign in")
    expect(phone.get_by_role("alert")).to_contain_text("That code is not right.")
    reads(phone)
    phone.get_by_label("Code").fill(f"{codes[0][:4]} {codes[0][4:]}")
    press(phone, "Sign in")
    expect(phone).to_have_url(re.compile("/en/desk/"))
    phone.goto(live_server.url + "/accounts/2fa/")
    expect(phone.get_by_text("9 codes left")).to_be_visible()
    reads(phone)


@pytest.fixture
def computer(page):
    """Give the browser a device that makes passkeys and says yes to everything it is asked."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def test_a_passkey_is_added_opens_alone_and_shows_again_that_it_is_you(computer, live_server, reads):
    administrator = make_person(Role.ADMINISTRATOR)
    type_password(computer, live_server, administrator)
    computer.get_by_role("link", name="Add a passkey").click()
    reads(computer)
    computer.get_by_label("A name for it").fill("My laptop")
    press(computer, "Add a passkey")
    expect(computer.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    computer.goto(live_server.url + "/accounts/2fa/webauthn/")
    expect(computer.get_by_text("My laptop").first).to_be_visible()
    reads(computer)
    computer.context.clear_cookies()

    computer.goto(live_server.url + LOGIN)
    press(computer, "Sign in with a passkey")
    expect(computer).to_have_url(re.compile("/admin/"))
    computer.goto(live_server.url + "/lost-sign-ins/")
    expect(computer.get_by_role("heading", name="Lost sign-ins")).to_be_visible()
    reads(computer)

    make_person(Role.CHAMPION, name="Morag")
    computer.reload()
    computer.get_by_label("Who").select_option(label="Morag")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=11)):
        press(computer, "Begin")
        expect(computer.get_by_role("heading", name="Is it still you?")).to_be_visible()
        expect(computer.get_by_text("What you typed is kept.")).to_be_visible()
        reads(computer)
        press(computer, "Use a passkey")
        expect(computer.get_by_text("Begun. They get a letter")).to_be_visible()
        reads(computer)


def test_a_passkey_is_the_second_step_after_a_password(computer, live_server):
    champion = make_person(Role.CHAMPION)
    type_password(computer, live_server, champion)
    computer.get_by_role("link", name="Add a passkey").click()
    press(computer, "Add a passkey")
    expect(computer.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    computer.context.clear_cookies()
    type_password(computer, live_server, champion)
    expect(computer.get_by_role("heading", name="The second step")).to_be_visible()
    press(computer, "Use a passkey")
    expect(computer).to_have_url(re.compile("/en/desk/"))
