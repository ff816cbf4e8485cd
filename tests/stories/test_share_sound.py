"""A recording beside the words, or instead of them, while a story is written. Requirement 9."""

import pytest

from stories.attachments import Attachment
from stories.models import Submission

from .samples import CANARY, upload, wav
from .sharing import HEADLINE, STORY, begin, stamp, url
from .test_sounds import recording

pytestmark = pytest.mark.django_db
SAID = "I was scared.\n\nThen she asked."


def send_sound(client, content, **data):
    return client.post(url("sound"), {"file": upload(content, "voice.mp3", "audio/mpeg"), **data})


def test_recording_is_kept_with_what_it_says(client):
    case = begin(client).case
    answer = send_sound(client, recording("opus.webm"), text=SAID)
    assert answer.headers["Location"] == url("words")
    kept = Attachment.objects.get(case=case)
    assert (kept.kind, kept.media_type, kept.seconds, kept.text) == ("sound", "audio/ogg", 1, SAID)
    assert (kept.in_words, kept.text_by) == (False, None)
    page = client.get(url("sound")).text
    assert '<audio controls preload="none" src="/en/my-story/sound/"' in page
    assert "0:01" in page
    assert client.get("/en/my-story/sound/").content == kept.content


def test_words_lead_to_the_recording_and_are_enough_with_a_title(client):
    begin(client)
    typed = {"headline": HEADLINE, "words": "", "began": stamp(0)}
    assert client.post(url("words"), typed | {"do": "sound"}).headers["Location"] == url("sound")
    send_sound(client, wav(1))
    page = client.get(url("words")).text
    assert "Hear or change your recording" in page
    assert client.post(url("words"), typed | {"began": stamp()}).headers["Location"] == url("name")


def test_typed_words_may_say_what_the_recording_says(client):
    begin(client)
    client.post(url("words"), {"headline": HEADLINE, "words": STORY, "began": stamp()})
    send_sound(client, wav(1), in_words="on")
    assert Attachment.objects.get().in_words is True
    assert 'name="in_words" id="id_in_words" checked' in client.get(url("sound")).text


def test_nothing_is_ticked_before_an_author_ticks_it(client):
    begin(client)
    assert "checked" not in client.get(url("sound")).text


REFUSED = {
    "an empty file": (b"", "The selected file is empty."),
    "a text": (
        b"I am a text." * 40,
        "The selected file must be an MP3, M4A, OGG, WebM or WAV sound recording.",
    ),
    "damaged": (
        recording("opus.ogg")[:-9],
        "The selected file could not be uploaded. It may be damaged. Try again, or choose another.",
    ),
    "too big": (wav(1) + bytes(20 * 1024 * 1024), "The selected file must be smaller than 20MB."),
    "too long": (wav(601, rate=4000), "The selected recording must be 10 minutes or shorter."),
    "too short": (
        wav(0.2),
        "The selected recording is shorter than a second. Record it again, or choose another.",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_says_why_and_what_was_typed_comes_back(client, content, sentence):
    begin(client)
    answer = send_sound(client, content, text=SAID, in_words="on")
    assert (answer.status_code, answer.context["form"].errors["file"]) == (200, [sentence])
    assert "Then she asked." in answer.text
    assert 'id="id_in_words" checked' in answer.text
    assert not Attachment.objects.exists()


def test_no_file_at_all_is_asked_for_kindly(client):
    begin(client)
    answer = client.post(url("sound"), {"text": SAID})
    assert answer.context["form"].errors["file"] == ["Select a recording, or record one."]


def test_picture_and_recording_stand_side_by_side_and_each_is_removed_alone(client):
    from .samples import picture

    begin(client)
    client.post(url("picture"), {"file": upload(picture())})
    send_sound(client, wav(1))
    assert {kept.kind for kept in Attachment.objects.all()} == {"picture", "sound"}
    client.post(url("sound"), {"do": "remove"})
    assert [kept.kind for kept in Attachment.objects.all()] == ["picture"]


def test_only_the_page_that_records_may_use_the_microphone(client):
    begin(client)
    page = client.get(url("sound"))
    assert "microphone=(self)" in page.headers["Permissions-Policy"]
    assert "camera=()" in page.headers["Permissions-Policy"]
    assert "media-src 'self' blob:" in page.headers["Content-Security-Policy"]
    for other in (url("picture"), url("words"), "/en/"):
        answer = client.get(other)
        assert "microphone=()" in answer.headers["Permissions-Policy"]
        assert "blob:" not in answer.headers["Content-Security-Policy"]


def test_what_lay_beside_the_sound_is_kept_nowhere(client):
    case = begin(client).case
    send_sound(client, recording("tags.mp3"))
    assert CANARY.encode() not in Attachment.objects.get(case=case).content
    assert Submission.objects.get(case=case).words == ""
