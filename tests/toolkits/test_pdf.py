"""A lesson on paper is a tagged PDF with title, language and order; the same page gives the same bytes."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from toolkits import pdf
from toolkits.bundle import print_page
from toolkits.enums import Holds
from toolkits.models import ReleaseFile
from toolkits.snapshot import read

from .conftest import contents, release_of

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(pdf.weasyprint() is None, reason="Pango is not on this machine")]


def tags(node, found=None) -> list[str]:
    """Return the structure types of a tagged PDF in reading order."""
    found = [] if found is None else found
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            tags(kid, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(node["/S"])
        tags(node.get("/K", []), found)
    return found


def test_paper_has_tags_title_language_and_order(client, pack, session):
    session.title = "Asking <twice>"
    session.save()
    release = release_of(pack)
    assert release.without_pdf is False
    file = release.files.get(holds=Holds.PRINT)
    data = file.path.read_bytes()
    reader = PdfReader(BytesIO(data))
    catalog = reader.trailer["/Root"]
    assert (catalog["/Lang"], catalog["/MarkInfo"]["/Marked"]) == ("en", True)
    assert reader.metadata.title == "Asking <twice> · A pack"
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()
    order = tags(catalog["/StructTreeRoot"])
    assert order.count("/H1") == 1
    assert order.index("/H1") < order.index("/H2") < order.index("/H3")
    assert "/L" in order
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    places = [text.index(words) for words in ("Read this first", "Aims", "The lesson, step by step", "A letter to")]
    assert places == sorted(places)
    page = client.get(session.url).content.decode()
    assert f'href="{file.url}">Print this lesson (PDF, ' in page
    assert b"".join(client.get(file.url).streaming_content) == data
    assert contents(release)["s3/session-1.pdf"] == data
    made = make(pack, session)
    assert made == data


def make(pack, session) -> bytes:
    found = read(pack.pk)
    return pdf.make_pdf(print_page(found, found.sessions[0], "1.0"), {})


def test_nothing_is_fetched_from_anywhere():
    with pytest.raises(pdf.NotOurs):
        pdf.make_pdf('<html lang="en"><title>x</title><img src="https://elsewhere.example/x.png" alt="x">', {})
    with pytest.raises(pdf.NotOurs):
        pdf.make_pdf('<html lang="en"><title>x</title><img src="file:///etc/hostname" alt="x">', {})


def test_each_part_and_session_is_a_file_of_its_own(client, pack, part, session):
    release = release_of(pack)
    found = {one.holds: one for one in ReleaseFile.objects.filter(release=release)}
    assert {holds: one.name for holds, one in found.items()} == {
        "whole": "a-pack-1.0.zip",
        "part": "s3-1.0.zip",
        "session": "s3-session-1-1.0.zip",
        "print": "s3-session-1-1.0.pdf",
    }
    assert f'href="{found["part"].url}">Download this part (ZIP, ' in client.get(part.url).content.decode()
    assert f'href="{found["session"].url}">All of this session (ZIP, ' in client.get(session.url).content.decode()
    assert "s3/session-1.pdf" in contents(release, holds=Holds.SESSION)
