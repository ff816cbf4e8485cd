"""The author's room on a phone without JavaScript: in by the ten words, answers, the page, the yes, and back again."""

import re

import pytest
from playwright.sync_api import expect

from stories.submission import Submission
from tests.factories import make_story_with_author
from workflows.review.enums import HEADLINE

from .room import DOOR, keep_words

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUGGESTIONS = [
    (1, "My coach never asked.", "It names a club.", "suggestion"),
    (2, "", "It names a friend.", "must"),
    (HEADLINE, "The question", "Shorter.", "suggestion"),
]


def press(page, text):
    page.get_by_role("button", name=text, exact=True).click()


@pytest.fixture
def reads(axe):
    """Return a check of a private page: its title tells nothing, nothing runs over the edge, axe finds nothing."""

    def check(page):
        page.wait_for_load_state()  # a form that comes back has the address it was sent to
        expect(page).to_have_title(re.compile(r"^(Error: )?Golden Thread$"))
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        axe(page)

    return check


def test_an_author_decides_and_takes_back_on_a_phone_without_javascript(phone, live_server, reads):
    case = make_story_with_author(*SUGGESTIONS)
    phone.goto(live_server.url + DOOR)
    phone.get_by_label("Your ten words").fill(keep_words(case))
    press(phone, "Open my story")
    reads(phone)
    phone.get_by_role("link", name="Look at the suggestions").click()
    reads(phone)
    expect(phone.locator("input[type=radio]:checked")).to_have_count(0)
    expect(phone.get_by_label("Your new words").first).to_be_hidden()
    phone.get_by_label("Use the suggestion").first.check()
    phone.get_by_label("Leave this part out").check()
    phone.get_by_label("Say it another way").last.check()
    press(phone, "Save and come back later")
    reads(phone)
    expect(phone.get_by_role("alert")).to_contain_text("Write your new words, or choose another answer.")
    phone.get_by_label("Keep my words").last.check()
    press(phone, "See my whole page")
    reads(phone)
    expect(phone.get_by_role("article")).to_contain_text("My coach never asked.")
    press(phone, "Tell that too")
    expect(phone.get_by_role("article")).to_contain_text("3 suggestions were made; the author used 1 of them.")
    press(phone, "Yes, publish this page")
    reads(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("You said yes. Your page is waiting for its day")
    phone.get_by_role("link", name="I’ve changed my mind").click()
    reads(phone)
    press(phone, "Take back my yes")
    expect(phone.get_by_role("heading", level=1)).to_have_text("It’s with you now")
    phone.get_by_role("link", name="See everything we hold").click()
    reads(phone)
    phone.go_back()
    phone.get_by_role("link", name="I’m worried about something").click()
    reads(phone)
    press(phone, "Stop everything and tell staff")
    reads(phone)
    phone.get_by_role("link", name="Take my story back").click()
    reads(phone)
    press(phone, "Take my story back now")
    reads(phone)
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Your story is taken back")
    phone.goto(live_server.url + "/en/my-story/room/")
    assert phone.url == live_server.url + DOOR
    assert not Submission.objects.filter(case=case, taken_back_at=None).exists()
