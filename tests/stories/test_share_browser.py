"""Sharing on a phone without JavaScript, from the first question to the door, with axe on every screen."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.enums import State
from stories.forms import traps
from stories.models import Submission
from tests.browser import PHONE
from tests.stories.sharing import HEADLINE, STORY, url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, text):
    page.get_by_role("button", name=text, exact=True).click()


@pytest.fixture
def reads(axe):
    """Return a check of a private screen: its title tells nothing, nothing runs over the edge, axe finds nothing."""

    def check(page):
        page.wait_for_load_state()  # a form that comes back has the address it was sent to
        expect(page).to_have_title(re.compile(r"^(Error: )?Golden Thread$"))
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        axe(page)

    return check


def test_a_story_is_shared_on_a_phone_without_javascript(phone, live_server, reads, monkeypatch):
    monkeypatch.setattr(traps, "LEAST_SECONDS", 0)
    phone.goto(live_server.url + url())
    reads(phone)
    phone.get_by_role("link", name="Yes, I’m OK").click()
    reads(phone)
    phone.get_by_role("link", name="Continue").click()
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("13 to 15").check()
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("A title for your story").fill(HEADLINE)
    phone.get_by_label("Your story", exact=True).fill(STORY)
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("With a name I choose").check()
    phone.get_by_label("The name to show").fill("Mirren")
    press(phone, "Continue")
    phone.get_by_label("By text").check()
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("Number for texts").fill("07700 900123")
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("I can’t ask at home").check()
    press(phone, "Continue")
    reads(phone)
    phone.locator("[name=health]").check()
    phone.locator("[name=publish]").check()
    press(phone, "Continue")
    reads(phone)
    press(phone, "Continue to your ten words")
    reads(phone)
    words = phone.locator(".ten-words li").all_inner_texts()
    phone.reload()
    assert phone.locator(".ten-words li").all_inner_texts() == words
    phone.get_by_label("Word 3").fill(words[2])
    press(phone, "Send my story")
    reads(phone)
    assert Submission.objects.get().state == State.SENT
    phone.go_back()
    expect(phone.get_by_role("heading", name="We have your story")).to_be_visible()
    phone.context.clear_cookies()
    phone.goto(live_server.url + reverse("stories:door"))
    phone.get_by_label("Your ten words").fill("-".join(word[:4] for word in words).upper())
    press(phone, "Open my story")
    assert phone.url == live_server.url + reverse("stories:my_story")


def test_a_shared_phone_asks_for_the_first_two_words(phone, live_server, reads, monkeypatch):
    monkeypatch.setattr(traps, "LEAST_SECONDS", 0)
    phone.goto(live_server.url + url("age"))
    phone.get_by_label("18 or over").check()
    press(phone, "Continue")
    phone.get_by_label("Your story", exact=True).fill(STORY)
    press(phone, "Save and come back later")
    words = phone.locator(".ten-words li").all_inner_texts()
    phone.goto(live_server.url + url())
    reads(phone)
    phone.goto(live_server.url + url("words"))
    expect(phone.get_by_role("heading", name="Return to my story")).to_be_visible()
    phone.get_by_label("The first two of your ten words").fill(" ".join(words[:2]))
    press(phone, "Carry on")
    expect(phone.get_by_label("Your story", exact=True)).to_have_value(STORY)


def test_text_typed_behind_a_shut_door_is_saved_by_the_first_two_words(phone, live_server, reads, monkeypatch):
    monkeypatch.setattr(traps, "LEAST_SECONDS", 0)
    phone.goto(live_server.url + url("age"))
    phone.get_by_label("18 or over").check()
    press(phone, "Continue")
    phone.get_by_label("A title for your story").fill(HEADLINE)
    phone.get_by_label("Your story", exact=True).fill(STORY)
    press(phone, "Save and come back later")
    words = phone.locator(".ten-words li").all_inner_texts()
    phone.get_by_role("link", name="Go on writing").click()
    phone.get_by_label("Your story", exact=True).fill(STORY + "\n\nAnd then summer came.")
    other = phone.context.new_page()
    other.goto(live_server.url + url())
    press(phone, "Continue")
    reads(phone)
    phone.get_by_label("The first two of your ten words").fill(" ".join(words[:2]))
    press(phone, "Carry on")
    expect(phone.get_by_label("Your story", exact=True)).to_have_value(STORY + "\n\nAnd then summer came.")


@pytest.mark.parametrize("page", ["not-today", "not-yet", "saved"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_quiet_pages_read_well(phone, live_server, reads, page, language):
    phone.goto(f"{live_server.url}/{language}/share/{page}/")
    reads(phone)


def test_with_javascript_words_are_counted_and_saved_to_the_server_alone(new_context, live_server, axe):
    page = new_context(viewport=PHONE).new_page()
    page.goto(live_server.url + url("age"))
    page.get_by_label("16 or 17").check()
    press(page, "Continue")
    page.get_by_label("Your story", exact=True).fill(STORY)
    expect(page.locator("[data-words]")).to_have_text(str(len(STORY.split())))
    expect(page.locator("[data-saved]")).to_contain_text("Saved at", timeout=15_000)
    assert Submission.objects.get().words == STORY
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    axe(page)
    page.get_by_label("Your story", exact=True).fill(STORY + "\n\nAnd summer.")
    press(page, "Help me write it")
    page.get_by_label("What helped, even a little?").fill("Gran.")
    press(page, "Put them into my story")
    expect(page.get_by_label("Your story", exact=True)).to_have_value(STORY + "\n\nAnd summer.\n\nGran.")
