"""A picture beside the words, or instead of them, while a story is written. Requirement 9."""

import tempfile
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from stories.attachments import Attachment
from stories.enums import State
from stories.models import Submission
from tests.scan import find_in_database, find_in_files, find_in_logs
from workflows.privacy.actions import erase

from .samples import CANARY, SVG, drawing, picture, png_that_says, upload
from .sharing import HEADLINE, begin, fill, stamp, url

pytestmark = pytest.mark.django_db
ALT = "A red square on blue."


def send_picture(client, content=None, **data):
    files = {"file": upload(picture() if content is None else content)} if content != "none" else {}
    return client.post(url("picture"), {**files, **data})


def problems(response) -> list[str]:
    return [text for _name, texts in response.context["form"].errors.items() for text in texts]


def test_words_lead_to_the_picture_and_what_was_typed_is_kept(client):
    case = begin(client).case
    answer = client.post(url("words"), {"headline": HEADLINE, "words": "Half a th", "do": "picture", "began": stamp(0)})
    assert answer.headers["Location"] == url("picture")
    submission = Submission.objects.get(case=case)
    assert (submission.headline, submission.words, submission.code_hash) == (HEADLINE, "Half a th", None)


def test_picture_is_kept_with_what_it_shows(client):
    case = begin(client).case
    answer = send_picture(client, text=ALT)
    assert answer.headers["Location"] == url("words")
    kept = Attachment.objects.get(case=case)
    assert (kept.kind, kept.media_type, kept.width, kept.height, kept.text) == ("picture", "image/webp", 320, 200, ALT)
    assert Image.open(BytesIO(kept.content)).format == "WEBP"
    page = client.get(url("picture")).text
    assert ALT in page
    assert 'src="/en/my-story/picture/"' in page


def test_its_words_can_be_changed_without_choosing_it_again_and_another_takes_its_place(client):
    case = begin(client).case
    send_picture(client, text=ALT)
    first = Attachment.objects.get(case=case)
    send_picture(client, "none", text="Other words.")
    same = Attachment.objects.get(case=case)
    assert (same.pk, same.sha256, same.text) == (first.pk, first.sha256, "Other words.")
    send_picture(client, picture(image=drawing(100, 100)), text=ALT)
    other = Attachment.objects.get(case=case)
    assert other.pk != first.pk
    assert (other.width, other.text) == (100, ALT)


def test_picture_is_removed_by_one_press(client):
    begin(client)
    send_picture(client)
    client.post(url("picture"), {"do": "remove"})
    assert not Attachment.objects.exists()


def test_with_a_picture_a_title_is_enough_and_without_one_it_is_not(client):
    begin(client)
    no_words = {"headline": HEADLINE, "words": "", "began": stamp()}
    assert client.post(url("words"), no_words).status_code == 200
    send_picture(client)
    assert client.post(url("words"), no_words).headers["Location"] == url("name")
    client.post(url("picture"), {"do": "remove"})
    assert client.get(url("name")).headers["Location"] == url("words")


def test_check_page_says_that_there_is_a_picture(client):
    fill(client)
    send_picture(client, text=ALT)
    rows = {row.label: row for row in client.get(url("check")).context["rows"]}
    assert (rows["Picture"].value, rows["Picture"].href) == ("Added", url("picture"))
    client.post(url("picture"), {"do": "remove"})
    assert "Picture" not in {row.label for row in client.get(url("check")).context["rows"]}


REFUSED = {
    "nothing": ("none", "Select a picture."),
    "an empty file": (b"", "The selected file is empty."),
    "an SVG": (SVG, "The selected file must be a JPG, PNG, WebP, AVIF or HEIC picture."),
    "damaged": (
        picture()[:700],
        "The selected file could not be uploaded. It may be damaged. Try again, or choose another.",
    ),
    "too big": (picture() + bytes(8 * 1024 * 1024), "The selected file must be smaller than 8MB."),
    "too many pixels": (
        png_that_says(9000, 9000),
        "The selected picture must have fewer than 40 million pixels. Choose a smaller copy of it.",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_says_why_and_what_was_typed_comes_back(client, content, sentence):
    begin(client)
    answer = send_picture(client, content, text=ALT)
    assert (answer.status_code, problems(answer)) == (200, [sentence])
    assert ALT in answer.text
    assert not Attachment.objects.exists()


def test_refused_picture_leaves_the_one_that_was_there(client):
    begin(client)
    send_picture(client, text=ALT)
    before = Attachment.objects.get().sha256
    assert send_picture(client, SVG).status_code == 200
    assert Attachment.objects.get().sha256 == before


def test_a_request_beyond_all_patience_is_not_read(client):
    begin(client)
    answer = client.post(url("picture"), {"file": upload(picture())}, CONTENT_LENGTH=str(65 * 1024 * 1024))
    assert problems(answer) == ["The selected file must be smaller than 8MB."]


def test_form_without_its_token_is_refused():
    strict = Client(enforce_csrf_checks=True)
    begin(Client())
    strict.get(url("age"))
    token = strict.cookies["csrftoken"].value
    strict.post(url("age"), {"band": "16-17", "csrfmiddlewaretoken": token})
    assert send_picture(strict).status_code == 403
    assert not Attachment.objects.exists()
    assert send_picture(strict, csrfmiddlewaretoken=token).status_code == 302


def test_no_file_touches_the_disk(client, monkeypatch):
    def touch(*_args, **_kwargs):
        raise AssertionError("a temporary file")

    begin(client)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", touch)
    monkeypatch.setattr(tempfile, "TemporaryFile", touch)
    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.__init__", touch)
    big = picture("PNG", image=Image.effect_noise((2000, 1800), 80).convert("RGB"), compress_level=0)
    assert len(big) > 2_500_000
    assert problems(send_picture(client, big)) == ["The selected file must be smaller than 8MB."]
    near = picture("PNG", image=Image.effect_noise((1500, 900), 80).convert("RGB"), compress_level=0)
    assert 2_500_000 < len(near) < 8 * 1024 * 1024
    assert send_picture(client, near).status_code == 302


def test_of_two_files_in_one_form_the_second_is_dropped(client):
    begin(client)
    two = {"file": upload(picture()), "other": upload(b"x" * 100), "text": ALT}
    assert client.post(url("picture"), two).status_code == 302
    assert Attachment.objects.get().text == ALT


def test_name_of_the_file_decides_nothing_and_is_kept_nowhere(client, caplog, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    begin(client)
    named = upload(picture("PNG"), f"{CANARY}.exe", "application/x-msdownload")
    assert client.post(url("picture"), {"file": named, "text": f"{CANARY} text"}).status_code == 302
    assert Attachment.objects.get().text == f"{CANARY} text"
    assert find_in_database(CANARY) == []
    assert find_in_logs(CANARY, caplog) == []
    assert find_in_files(CANARY, tmp_path) == []


def test_bytes_of_the_picture_lie_nowhere_in_plain(client):
    begin(client)
    send_picture(client)
    plain = Attachment.objects.get().content
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM stories_attachment")
        stored = bytes(cursor.fetchone()[0])
    assert plain[:40] not in stored
    assert len(stored) == len(plain) + 28  # nonce and tag


def test_only_the_author_sees_it_and_no_copy_is_kept(client):
    begin(client)
    assert client.get("/en/my-story/picture/").status_code == 404
    send_picture(client)
    answer = client.get("/en/my-story/picture/")
    assert answer.content == Attachment.objects.get().content
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get("/en/my-story/sound/").status_code == 404
    other = Client()
    begin(other)
    assert other.get("/en/my-story/picture/").status_code == 404


def test_draft_with_nothing_but_a_picture_is_locked_like_any_other(client):
    begin(client)
    send_picture(client)
    client.get(url())
    assert client.get("/en/my-story/picture/").status_code == 404
    assert client.get(url("picture")).headers["Location"] == "/en/my-story/"


def test_once_accepted_the_picture_stays_as_it_is(client):
    submission = begin(client)
    send_picture(client)
    Submission.objects.filter(case=submission.case).update(
        state=State.ACCEPTED, sent_at=submission.created_at, code_hash="x"
    )
    assert client.get(url("picture")).headers["Location"] == url("sent")
    for data in ({"do": "remove"}, {"text": "Changed.", "file": upload(picture())}):
        assert client.post(url("picture"), data).headers["Location"] == url("sent")
    assert Attachment.objects.get().text == ""


def test_erasing_the_case_erases_the_picture(client):
    case = begin(client).case
    send_picture(client)
    erase(case=case)
    assert not Attachment.objects.exists()


def test_the_screen_costs_at_most_six_queries(client):
    begin(client)
    send_picture(client)
    client.get(url("picture"))
    with CaptureQueriesContext(connection) as found:
        client.get(url("picture"))
    assert len([query for query in found if "SAVEPOINT" not in query["sql"]]) <= 6
    assert not [query for query in found if '"content"' in query["sql"]]
