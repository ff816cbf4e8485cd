"""A phone that others use too: whoever takes it next sees nothing of a story, wherever they press. Requirement 7."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, expect

from tests.factories import make_story_with_author
from tests.stories.room import keep_words

from .authors import open_story

pytestmark = pytest.mark.browser
SECRET = "It names my secret club."
TOLD = ("The bus was late.", "Kilbrannoch", "friend asked twice", "The bus stop question", SECRET)
TYPED = ("my_story", "suggestions", "everything", "share_sent", "share_words", "share")
OPEN = "A story was open on this device"


@pytest.fixture
def words(transactional_db):
    """The ten words of a story that is with its author."""
    return keep_words(make_story_with_author((1, "My coach never asked.", SECRET, "suggestion")))


def all_over(author, words):
    """Somebody comes in from the first page, reads much of what there is, and forgets an answer."""
    author.go("/en/")
    open_story(author, words)
    author.press("See everything we hold")
    assert "The bus was late." in author.text()
    author.press("Back to my story")
    author.press("Look at the suggestions")
    author.choose("Say it another way")
    author.press("Save and come back later")
    assert "Write your new words, or choose another answer." in author.text()
    assert SECRET in author.text()


def next_person_looks(author, words):
    """Somebody else presses back as far as it goes, then opens a new tab and types the addresses they remember."""
    page, told = author.page, (*TOLD, words, words.split()[0])
    while _goes_back(page):
        _shows_nothing(page, told)
    tab = page.context.new_page()
    for name in TYPED:
        tab.goto(author.base + reverse(f"stories:{name}"))
        _shows_nothing(tab, told)
    tab.goto(author.base + reverse("stories:door"))
    expect(tab.get_by_role("heading", level=1)).to_have_text("Return to my story")
    expect(tab.get_by_text(OPEN)).to_have_count(0)
    tab.close()


def _goes_back(page) -> bool:
    """Press back. Where a form had been sent, Chromium shows a page of its own instead."""
    try:
        return page.go_back() is not None
    except Error as error:
        assert "ERR_CACHE_MISS" in error.message
        return True


def _shows_nothing(page, told):
    shown = [page.title(), page.content(), *(field.input_value() for field in page.get_by_role("textbox").all())]
    assert not [word for word in told if word in "\n".join(shown)], page.url


def test_after_leaving(someone, words, live_server, settings):
    settings.LEAVE_TO = live_server.url + "/en/help/"
    author = someone()
    all_over(author, words)
    author.press("Leave this site")
    assert author.page.context.cookies() == []
    next_person_looks(author, words)


def test_after_closing_the_story_on_this_device(someone, words, axe):
    author = someone()
    all_over(author, words)
    author.press("Back to my story")
    author.press("Close my story on this device")
    assert "Your story is closed. If others use this phone, close the tab as well." in author.text()
    axe(author.page)
    next_person_looks(author, words)


def test_after_half_an_hour_with_the_page_still_open(someone, words):
    author = someone(javascript=True)
    author.page.clock.install()
    all_over(author, words)
    author.press("Back to my story")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=31)):
        author.page.clock.fast_forward("31:00")
        expect(author.page.get_by_role("heading", level=1)).to_have_text("Return to my story")
        next_person_looks(author, words)
