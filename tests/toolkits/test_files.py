"""Files of a lesson and films: what each is said to be is read from its bytes, and they go when their lesson pauses."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from tests.factories import make_person
from toolkits.filetypes import is_whole
from toolkits.models import Captions, DownloadCount, FileFacts, Film, Resource
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

from .conftest import ACTIVITY, a_document, an_office_file, contents, release_of

MP4 = b"\x00\x00\x00\x18ftypisom" + b"moving pictures" * 9
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n"
CURL = {"user-agent": "curl/8.5.0"}


@pytest.fixture
def resource(session):
    made = Resource(session=session, document=a_document(), kind="cards", pages=2, low_ink=True)
    made.full_clean()
    made.save()
    return made


def address(document) -> str:
    return reverse("toolkits:file", args=[document.facts.sha256, document.filename])


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_each_link_says_kind_size_pages_and_language(client, session, resource):
    polish = a_document("arkusz.pdf", b"%PDF-1.7 ...")
    Resource.objects.create(session=session, document=polish, kind="pupil", language="pl")
    page = " ".join(client.get(session.url).content.decode().split())
    assert f'href="{address(resource.document)}">Cards to cut out (DOCX, ' in page
    assert "bytes, 2 pages)</a>" in page
    assert 'Pupil sheet · <span lang="pl">Polski</span> (PDF, 12' in page
    assert (page.count("low ink</span>"), page.count("you can change it</span>")) == (1, 1)
    assert "Edit 1 original<" in page


def test_a_lesson_without_originals_says_so(client, session):
    assert "There are no originals to edit for this lesson yet." in client.get(session.url).content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"no zip"),
        ("a.pdf", b"PDF"),
        ("a.pptx", b"PK broken"),
        ("a.mp4", b"x" * 20),
        ("a.vtt", b"1"),
    ],
)
def test_a_file_that_nobody_could_open_is_refused(session, name, content):
    with pytest.raises(ValidationError) as refusal:
        Resource(session=session, document=a_document(name, content), kind="cards").full_clean()
    assert "can’t be opened as what its name says" in str(refusal.value)


def test_a_missing_file_is_refused(session, resource):
    resource.document.file.storage.delete(resource.document.file.name)
    with pytest.raises(ValidationError):
        resource.full_clean()


def test_facts_follow_the_file(resource):
    document = resource.document
    assert (document.facts.size, len(document.facts.sha256)) == (len(an_office_file()), 64)
    document.file.storage.delete(document.file.name)
    document.save()
    assert not FileFacts.objects.filter(document=document).exists()


def test_a_file_is_sent_with_length_ranges_and_digest(client, session, resource):
    whole = client.get(address(resource.document))
    assert (whole.status_code, body(whole)) == (200, an_office_file())
    assert whole.headers["ETag"] == f'"{resource.document.facts.sha256}"'
    assert whole.headers["Content-Disposition"] == 'attachment; filename="cards.docx"'
    part = client.get(address(resource.document), headers={"range": "bytes=2-5"})
    assert (part.status_code, body(part)) == (206, an_office_file()[2:6])


def test_an_original_is_counted_with_the_release_schools_have(client, pack, session, resource):
    client.get(address(resource.document), headers=CURL)
    assert not DownloadCount.objects.exists()
    release_of(pack)
    client.get(address(resource.document), headers=CURL)
    assert DownloadCount.objects.values_list("release__number", "file", "number").get() == ("1.0", "cards.docx", 1)


def test_files_of_a_paused_lesson_are_gone_by_either_address(client, session, resource):
    wagtails = resource.document.url
    raise_concern(case=session.translation_key, raised_by=RaisedBy.STAFF)
    assert [client.get(one).status_code for one in (address(resource.document), wagtails)] == [410, 410]
    unfreeze(case=session.translation_key, person=make_person(Role.SAFEGUARDING), outcome="Fine.")
    assert [body(client.get(one)) for one in (address(resource.document), wagtails)] == [an_office_file()] * 2


def test_a_document_of_no_lesson_is_not_given_out_here(client, session):
    document = a_document()
    assert client.get(address(document)).status_code == 404
    served = client.get(document.url)
    assert (served.status_code, body(served)) == (200, an_office_file())


def test_a_file_in_use_is_not_deleted(resource):
    with pytest.raises(ProtectedError):
        resource.document.delete()


@pytest.fixture
def film(db):
    made = Film(
        title="Asking twice", document=a_document("asking.mp4", MP4), seconds=125, transcript="Two friends.",
        bsl_statement="Planned for spring.", licence="For this lesson only.",
    )  # fmt: skip
    made.full_clean()
    made.save()
    captions = Captions(film=made, document=a_document("asking.vtt", VTT), language="en")
    captions.full_clean()
    captions.save()
    return made


@pytest.fixture
def shown(session, film):
    value = ACTIVITY | {"minutes": 50, "short_minutes": 25, "scene": "Read.", "film": film}
    session.activities = [("film", value)]
    session.save()
    return session


def test_a_film_has_captions_transcript_and_a_word_on_bsl(client, shown, film):
    page = client.get(shown.url).content.decode()
    assert "Show the film “Asking twice” (MP4, 147" in page
    assert 'preload="none"' in page
    assert 'srclang="en" label="English"' in page
    for words in ("Two friends.", "Planned for spring.", "For this lesson only."):
        assert words in page
    played = client.get(address(film.document), headers={"range": "bytes=0-3"})
    assert (played.status_code, played.headers["Content-Type"]) == (206, "video/mp4")
    assert played.headers["Content-Disposition"].startswith("inline")


def test_a_film_without_a_word_on_bsl_is_refused(film):
    film.bsl_statement = " "
    with pytest.raises(ValidationError) as refusal:
        film.full_clean()
    assert list(refusal.value.message_dict) == ["bsl_statement"]
    film.bsl = a_document("bsl.mp4", MP4)
    film.full_clean()


def test_only_films_are_films_and_only_webvtt_is_captions(film):
    film.document = a_document("notes.pdf", b"%PDF-1.7")
    with pytest.raises(ValidationError):
        film.full_clean()
    with pytest.raises(ValidationError):
        Captions(film=film, document=a_document("x.docx"), language="en").full_clean()


def test_a_film_goes_into_the_zip_with_its_captions(pack, shown, film):
    files = contents(release_of(pack))
    name, captions = f"films/{film.document_id}-asking.mp4", f"films/{film.captions.get().document_id}-asking.vtt"
    assert (files[name], files[captions]) == (MP4, VTT)
    assert f'src="../{name}"' in files["s3/session-1.html"].decode()


def test_a_byte_order_mark_before_webvtt_is_no_harm(tmp_path):
    (tmp_path / "a.vtt").write_bytes(b"\xef\xbb\xbf" + VTT)
    with (tmp_path / "a.vtt").open("rb") as file:
        assert is_whole("a.vtt", file)
