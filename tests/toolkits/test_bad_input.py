"""What may stand in the way of a release: each gives a clear message, and schools keep what they had."""

import errno
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone
from wagtail.models import Page

from toolkits import building
from toolkits.actions import build_release
from toolkits.enums import ReleaseState
from toolkits.models import PackRelease, Resource
from toolkits.names import safe
from workflows.privacy.actions import end_turn, take_turn

from .conftest import a_document, a_session, contents, release_of


def test_two_sessions_with_one_address_are_named(pack, part, session):
    twin = part.add_child(instance=a_session(2))
    Page.objects.filter(pk=twin.pk).update(slug="SESSION-1")
    failed = release_of(pack)
    assert failed.problem == (
        "“Session 1” and “Session 2” would both be written as “s3/SESSION-1.html”. "
        "Give one of them another address or file name, then try once more."
    )


def test_two_files_with_one_name_are_named(pack, session, settings, tmp_path):
    first = a_document("cards.docx")
    settings.MEDIA_ROOT = tmp_path / "other"
    (second := a_document("CARDS.docx")).facts.refresh_from_db()
    settings.MEDIA_ROOT = tmp_path
    for document in (first, second):
        Resource.objects.create(session=session, document=document, kind="cards")
    assert "would both be written as “s3/session-1/CARDS.docx”" in release_of(pack).problem


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("con.docx", "file-con.docx"),
        ("aux.tar.zip", "file-aux.tar.zip"),
        ("LPT1", "file-LPT1"),
        ("..\\..\\evil.exe", "-..-evil.exe"),
        ("../up.pdf", "-up.pdf"),
        ("C:\\x|y?.pdf", "C-x-y-.pdf"),
        ("end. . ", "end"),
        ("tab\tname\x00.vtt", "tab-name-.vtt"),
        ("", "file"),
        ("é" * 200 + ".docx", "é" * 76 + ".docx"),
        ("plain name.docx", "plain name.docx"),
    ],
)
def test_names_are_made_fit_for_every_computer(name, written):
    assert safe(name) == written


def test_a_session_called_as_windows_calls_a_device_gets_another_name(pack, session):
    session.slug = "con"
    session.save()
    assert "s3/file-con.html" in contents(release_of(pack))


def test_a_full_disk_is_said_and_leaves_nothing_behind(pack, session):
    first = release_of(pack)
    names = {one.name for one in first.path.parent.iterdir()}
    with patch.object(building.os, "fsync", side_effect=OSError(errno.ENOSPC, "No space left on device")):
        failed = release_of(pack, "1.1")
    assert (failed.state, failed.problem.partition(".")[0]) == (ReleaseState.FAILED, "The disk of the server is full")
    assert pack.current_release() == first
    assert {one.name for one in first.path.parent.iterdir()} == names


def test_of_two_builds_one_waits_and_is_then_made(pack, session):
    assert take_turn(name="packs", length=timedelta(minutes=1))
    waiting = release_of(pack)
    assert waiting.state == ReleaseState.MAKING
    end_turn(name="packs")
    second = release_of(pack, "1.1")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.superseded, second.state) == (ReleaseState.READY, True, ReleaseState.READY)


def test_the_turn_is_given_back_even_when_a_build_breaks(pack, session):
    PackRelease.objects.create(pack=pack, number="1.0", change_note="x", asked_at=timezone.now())
    with patch("toolkits.actions.build", side_effect=RuntimeError), pytest.raises(RuntimeError):
        build_release.call(0)
    assert take_turn(name="packs", length=timedelta(minutes=1))


def test_progress_is_said(client, pack, session, editor):
    seen = []
    really = building.write_archive

    def watch(*args, **kwargs):
        release = PackRelease.objects.get()
        seen.append((release.steps_done, release.steps))
        really(*args, **kwargs)

    with patch.object(building, "write_archive", watch):
        release_of(pack)
    assert seen == [(2, 4), (3, 4), (4, 4)]
    PackRelease.objects.update(state="making", steps_done=3)
    client.force_login(editor)
    answer = client.get(f"/admin/packs/{pack.pk}/releases/")
    assert "Version 1.0 is being made: 3 of 4 steps." in answer.text
    assert answer.headers["Refresh"] == "3"
    PackRelease.objects.update(steps=0)
    assert "Version 1.0 waits for its turn." in client.get(f"/admin/packs/{pack.pk}/releases/").text


def test_without_the_library_the_build_says_so_and_the_printed_page_stands_in(client, pack, session, editor):
    release = release_of(pack)
    assert (release.state, release.without_pdf) == (ReleaseState.READY, True)
    files = contents(release)
    assert [name for name in files if name.endswith(".pdf")] == []
    assert "This version holds no PDFs." in files["index.html"].decode()
    assert "use Print in your browser’s menu" in files["s3/session-1.html"].decode()
    assert "data-print" in client.get(session.url).text
    client.force_login(editor)
    assert "Without PDFs:" in client.get(f"/admin/packs/{pack.pk}/releases/").text
