"""The demonstration pack is whole, honest about what it is, and made once."""

import shutil
import subprocess
import time
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from toolkits.demo.office import docx, pptx
from toolkits.demo.seed import seed_packs
from toolkits.models import PackPage, PackRelease, PartPage, SessionPage


def test_packs_are_made_once_with_their_sessions_files_and_releases(db):
    began = time.process_time()
    pack = seed_packs()
    assert time.process_time() - began < 20
    assert seed_packs() == pack
    parts = PartPage.objects.child_of(pack).order_by("path")
    assert [(part.title, SessionPage.objects.child_of(part).teachable().count()) for part in parts] == [
        *(("S1–S2", 7), ("S3–S4", 8), ("S5–S6", 6)),
    ]
    toolkit = PackPage.objects.get(slug="kitchen-table-rights")
    assert "".join(part.title[0] for part in PartPage.objects.child_of(toolkit).order_by("path")) == "PANEL"
    assert SessionPage.objects.descendant_of(toolkit).teachable().count() == 5
    found = PackRelease.objects.order_by("pk").values_list("pack__slug", "number", "state", "superseded")
    assert list(found) == [
        ("whats-on-your-mind", "2.0", "ready", True),
        ("whats-on-your-mind", "2.1", "ready", False),
        ("kitchen-table-rights", "1.0", "ready", False),
    ]
    for session in SessionPage.objects.teachable():
        kinds = {one.kind for one in session.files()}
        assert {"teacher", "slides", "pupil", "closing", "told"} <= kinds
        for one in session.files():
            one.full_clean()
        assert sum(block.value["minutes"] for block in session.activities) == session.minutes_to_run
        assert sum(block.value["short_minutes"] for block in session.short_activities) == 25


def test_pack_says_that_it_is_made_up(client, db):
    page = client.get(seed_packs().url).content.decode().partition("<main")[2]
    assert page.count("Made-up example for demonstration") == 2


def test_originals_are_the_same_bytes_every_time_and_open(tmp_path):
    paragraphs = [("Title", "A & b"), ("Heading1", "C"), ("Card", "d\ne <f>")]
    made = docx("Title <1>", paragraphs, "pl")
    assert made == docx("Title <1>", paragraphs, "pl")
    slides = pptx("Title", [("One & two", ["a", "<b>"]), ("Empty", [])])
    for data in (made, slides):
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                ElementTree.fromstring(archive.read(name))
    assert slides.count(b"ppt/slides/slide") == 4


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_opens_the_originals(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx("T", [("Title", "Hello")]))
    (tmp_path / "b.pptx").write_bytes(pptx("T", [("One", ["a"])]))
    for name in ("a.docx", "b.pptx"):
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / name)]
        subprocess.run(command, check=True, timeout=120, capture_output=True)
        assert (tmp_path / name).with_suffix(".pdf").read_bytes().startswith(b"%PDF")
