"""A picture without JavaScript on a phone, and a recording made in the browser and heard again."""

import base64

import pytest

from stories.attachments import Attachment
from stories.forms import traps
from stories.models import Submission
from stories.sounds import clean_sound
from tests.stories.sharing import HEADLINE, url

from .samples import drawing, picture
from .test_sounds import LEAVES_AS, recording

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEARD = """async (sound) => {
  const bytes = Uint8Array.from(atob(sound), (sign) => sign.charCodeAt(0));
  return (await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer)).duration;
}"""

PLAYED = """player => new Promise((done) => {
  player.addEventListener("ended", () => done("ended"));
  player.play();
})"""


def press(page, text):
    page.get_by_role("button", name=text, exact=True).click()


def start(page, live_server):
    page.goto(live_server.url + url("age"))
    page.get_by_label("16 or 17").check()
    press(page, "Continue")
    page.get_by_label("A title for your story").fill(HEADLINE)


def test_a_picture_tells_a_story_on_a_phone_without_javascript(phone, live_server, axe, monkeypatch):
    monkeypatch.setattr(traps, "LEAST_SECONDS", 0)
    start(phone, live_server)
    axe(phone)
    press(phone, "Add a picture")
    axe(phone)
    press(phone, "Save and go back to your words")
    phone.get_by_role("link", name="Select a picture.").click()
    axe(phone)
    file = {"name": "drawing.jpg", "mimeType": "image/jpeg", "buffer": picture(image=drawing(1200, 900))}
    phone.get_by_label("Choose a picture").set_input_files(file)
    phone.get_by_label("What does it show, for people who can’t see it?").fill("A red square.")
    press(phone, "Save and go back to your words")
    assert phone.get_by_label("A title for your story").input_value() == HEADLINE
    press(phone, "See or change your picture")
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert phone.get_by_alt_text("A red square.").evaluate("image => image.naturalWidth") == 1200
    press(phone, "Save and go back to your words")
    press(phone, "Continue")
    assert phone.url.split("#")[0] == live_server.url + url("name")
    assert Submission.objects.get().headline == HEADLINE


def test_a_recording_is_made_in_the_browser_kept_and_heard_again(new_context, live_server, axe):
    page = new_context().new_page()
    start(page, live_server)
    press(page, "Add a sound recording")
    axe(page)
    press(page, "Start recording")
    page.wait_for_timeout(1_800)
    press(page, "Stop")
    page.get_by_text("It is recorded, and nobody has it yet.").wait_for()
    axe(page)
    press(page, "Save and go back to your words")
    press(page, "Hear or change your recording")
    kept = Attachment.objects.get()
    assert (kept.media_type, kept.seconds >= 1) == ("audio/ogg", True)
    assert page.locator("audio[src]").first.evaluate(PLAYED) == "ended"
    made = {"recorded here": kept.content} | {name: clean_sound(recording(name)).content for name in LEAVES_AS}
    lengths = {name: page.evaluate(HEARD, base64.b64encode(sound).decode()) for name, sound in made.items()}
    assert {name: length > 1 for name, length in lengths.items()} == dict.fromkeys(made, True)
