"""At 18 a story is told with a picture and a recording, from choosing them to the page. Requirements 6 and 9."""

import pytest
from playwright.sync_api import expect

from stories.submission import Submission
from tests.factories import bring_to_author
from tests.stories.samples import drawing, picture

from .authors import NOT_AT_ALL, TITLE, agree_to_both, begin, bring_out, keeper_reads, open_story, send

pytestmark = pytest.mark.browser
SHOWS = "A red square in a blue field."
SAID = "I sat by the sea.\n\nThen my gran called."


def test_a_picture_and_a_recording_become_a_page(someone, axe):
    author, keeper, reader = someone(javascript=True), someone(), someone(javascript=True)
    begin(author, "18 or over")
    author.write("A title for your story", TITLE)
    _add_both(author)
    author.press("Continue")
    author.choose("With a name I choose")
    author.write("The name to show", "Mirren")
    author.press("Continue")
    author.choose(NOT_AT_ALL)
    author.press("Continue")
    agree_to_both(author)
    words = send(author)

    keeper_reads(keeper)
    expect(keeper.page.get_by_alt_text(SHOWS)).to_be_visible()
    keeper.write("What is said in the recording?", SAID)
    keeper.press("Save these words")
    axe(keeper.page)

    case = bring_to_author(Submission.objects.get().case)
    open_story(author, words)
    author.press("See my whole page")
    _shows_both(author)
    author.press("Yes, publish this page")
    page = bring_out(case)
    reader.go(page.url)
    _shows_both(reader)
    assert "Mirren" in reader.text()
    axe(reader.page)


def _add_both(author):
    """A picture is chosen and said in words; a recording is made on the spot, and its words are left to staff."""
    author.press("Add a picture")
    author.upload("Choose a picture", "drawing.jpg", picture(image=drawing(1200, 900)))
    author.write("What does it show", SHOWS)
    author.press("Save and go back to your words")
    author.press("Add a sound recording")
    author.press("Start recording")
    author.page.wait_for_timeout(1_500)
    author.press("Stop")
    author.page.get_by_text("It is recorded, and nobody has it yet.").wait_for()
    author.press("Save and go back to your words")
    expect(author.page.get_by_role("button", name="Hear or change your recording")).to_be_visible()


def _shows_both(someone):
    """The picture with what it shows, the recording, and what is said in it."""
    shown = someone.page.get_by_alt_text(SHOWS)
    expect(shown).to_have_js_property("naturalWidth", 1200)
    player = someone.page.locator("audio")
    assert player.evaluate("sound => fetch(sound.src).then((answer) => answer.status)") == 200
    for part in SAID.split("\n\n"):
        assert part in someone.text()
