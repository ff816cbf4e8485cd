"""A release is one file, the same words the same bytes; a failed one changes nothing for schools.

Requirements 30, 31 and 32.
"""

import hashlib
import json
import re
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import default_task_backend
from wagtail.models import PageLogEntry

from toolkits import actions, building, snapshot
from toolkits.actions import build_release, make_release
from toolkits.enums import ReleaseState
from toolkits.errors import CouldNotBuild, NotYours, NumberTaken
from toolkits.models import PackRelease, ReleaseFile, Resource
from toolkits.snapshot import read
from workflows.people.enums import Role

from .conftest import ACTIVITY, a_document, a_session, an_office_file, contents, release_of


@pytest.fixture(autouse=True)
def asked():
    """Return what was handed to the worker, by pk."""
    default_task_backend.clear()
    return default_task_backend.results


def test_asking_writes_a_row_and_a_log_and_hands_only_a_key_to_the_worker(
    pack, session, editor, asked, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as later:
        release = make_release(pack=pack, number="1.0", change_note=" First. ", person=editor)
        asked.clear()  # the search index asks for work of its own
    assert asked == []
    later[-1]()
    assert [(one.task, one.args, one.kwargs) for one in asked] == [(build_release, [release.pk], {})]
    assert (release.state, release.change_note, release.asked_by) == (ReleaseState.MAKING, "First.", editor)
    entry = PageLogEntry.objects.get(action="toolkits.make_release")
    assert (entry.page_id, entry.user, entry.data) == (pack.pk, editor, {"number": "1.0"})


@pytest.mark.parametrize("role", [role for role in Role if role != Role.EDITOR])
def test_nobody_but_an_editor_asks_for_a_release(pack, session, person_in, role):
    with pytest.raises(NotYours):
        make_release(pack=pack, number="1.0", change_note="First.", person=person_in(role))
    assert not PackRelease.objects.exists()


@pytest.mark.parametrize("number", ["", "1", "1.x", "1.0\n", "../1.0", "1.2.3.4"])
def test_malformed_number_is_refused(pack, editor, number):
    with pytest.raises(ValidationError):
        make_release(pack=pack, number=number, change_note="First.", person=editor)


def test_empty_note_is_refused(pack, editor):
    with pytest.raises(ValidationError):
        make_release(pack=pack, number="1.0", change_note="  ", person=editor)


def test_second_press_makes_no_second_release(pack, session, editor):
    make_release(pack=pack, number="1.0", change_note="First.", person=editor)
    with pytest.raises(NumberTaken):
        make_release(pack=pack, number="1.0", change_note="First.", person=editor)
    assert PackRelease.objects.count() == 1


def test_two_presses_at_once_make_one_release(pack, session, editor):
    unseen = PackRelease(pack=pack, number="1.0", asked_at=timezone.now())
    make_release(pack=pack, number="1.0", change_note="First.", person=editor)
    with patch.object(actions, "_row_for", return_value=unseen), pytest.raises(NumberTaken):
        make_release(pack=pack, number="1.0", change_note="First.", person=editor)
    assert PackRelease.objects.count() == 1


def test_database_holds_one_current_release_of_a_pack(pack, session):
    first = release_of(pack)
    second = release_of(pack, "1.1")
    with pytest.raises(IntegrityError), transaction.atomic():
        PackRelease.objects.filter(pk__in=[first.pk, second.pk]).update(superseded=False)


def test_same_words_give_the_same_bytes(pack, session):
    first = release_of(pack)
    path = first.path
    before = path.read_bytes()
    path.unlink()
    PackRelease.objects.update(state=ReleaseState.MAKING, made_at=None)
    build_release.call(first.pk)
    assert path.read_bytes() == before
    assert hashlib.sha256(before).hexdigest() == first.sha256
    assert len(before) == first.size


def test_other_words_give_other_bytes(pack, session):
    first = release_of(pack)
    session.aims = "Something else."
    session.save()
    assert release_of(pack, "1.1").sha256 != first.sha256


def test_building_twice_does_no_harm(pack, session):
    release = release_of(pack)
    build_release.call(release.pk)
    again = PackRelease.objects.get()
    assert (again.made_at, again.sha256) == (release.made_at, release.sha256)


def test_second_worker_that_comes_late_changes_nothing(pack, session):
    release = release_of(pack)
    building._make_current(release, [ReleaseFile(sha256="0" * 64, size=1)], {})
    assert PackRelease.objects.get().sha256 == release.sha256
    building._give_up(release, "Too late.")
    assert PackRelease.objects.get().problem == ""


def test_files_have_no_trace_of_machine_or_hour_and_stand_in_order(pack, session):
    with ZipFile(release_of(pack).path) as archive:
        entries = archive.infolist()
    assert {(one.date_time, one.external_attr, one.create_system) for one in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3)
    }
    names = [one.filename for one in entries]
    assert names == [*sorted(names[:-1]), "manifest.json"]
    assert set(names) == {
        *("index.html", "s3/session-1.html", "s3/session-1-board.html", "s3/session-1-notes.html", "style.css"),
        *("board.js", "notes.js", "fonts/atkinson-latin.woff2", "fonts/OFL.txt", "README.txt", "LICENCE.txt"),
        "manifest.json",
    }


def test_manifest_names_every_file_with_its_digest(pack, session):
    files = contents(release_of(pack))
    manifest = json.loads(files.pop("manifest.json"))
    assert (manifest["pack"], manifest["version"]) == ("A pack", "1.0")
    assert manifest["files"] == {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for name, data in files.items()
    }


def test_every_link_leads_to_something_in_the_folder(pack, session, part):
    part.add_child(instance=a_session(2))
    files = contents(release_of(pack))
    found = 0
    for name in (one for one in files if one.endswith((".html", ".css"))):
        text = files[name].decode()
        assert not re.search(r"https?:|//\w", text)
        for target in re.findall(r'(?:href|src)="([^"]+)"|url\("([^"]+)"\)', text):
            link = "".join(target).partition("#")[0]
            if link and not link.startswith(("tel:", "sms:")):
                found += 1
                assert str((Path("/") / Path(name).parent / link).resolve().relative_to("/")) in files
    assert found == 26


def test_help_stands_on_every_page_of_the_folder(pack, session):
    pages = [data.decode() for name, data in contents(release_of(pack)).items() if name.endswith(".html")]
    assert [page.count('href="tel:08001111"') for page in pages] == [1, 1, 1, 1]


def test_hostile_words_are_shown_not_run(pack, session):
    session.aims = session.letter = '<script>alert("a")</script>'
    session.activities = [
        ("cards", ACTIVITY | {"minutes": 50, "short_minutes": 25, "cards": ["<img src=x onerror=y>"]})
    ]
    session.title = "</title><script>x</script>"
    session.save()
    page = contents(release_of(pack, note="<b>note</b>"))
    text = page["s3/session-1.html"].decode() + page["index.html"].decode()
    assert "<script" not in text
    assert "<img" not in text
    assert "<b>note" not in text
    assert "&lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt;" in text


def test_plain_texts_are_plain(pack, session):
    pack.licence = "Share & care <now>."
    pack.save()
    assert "Share & care <now>." in contents(release_of(pack))["LICENCE.txt"].decode()


def test_a_file_of_a_lesson_goes_into_the_folder(pack, session):
    Resource.objects.create(session=session, document=a_document(content=an_office_file()), kind="cards")
    files = contents(release_of(pack))
    assert files["s3/session-1/cards.docx"] == an_office_file()
    assert 'href="../s3/session-1/cards.docx"' in files["s3/session-1.html"].decode()


def break_it(document, how):
    if how == "missing":
        document.file.storage.delete(document.file.name)
    else:
        Path(document.file.path).write_bytes({"damaged": b"PK", "changed": an_office_file() + b" "}[how])


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("missing", "The file “cards.docx” of “Session 1” can’t be found. Upload it again, then try once more."),
        ("damaged", "The file “cards.docx” of “Session 1” is damaged. Upload it again, then try once more."),
        ("changed", "The file “cards.docx” of “Session 1” was changed meanwhile. Save it once more, then try again."),
    ],
)
def test_failure_says_what_to_do_and_leaves_the_old_release_serving(client, pack, session, how, told):
    first = release_of(pack)
    names = {one.name for one in first.path.parent.iterdir()}
    document = a_document()
    Resource.objects.create(session=session, document=document, kind="cards")
    break_it(document, how)
    failed = release_of(pack, "1.1")
    assert (failed.state, failed.problem) == (ReleaseState.FAILED, told)
    assert pack.current_release() == first
    assert b"".join(client.get("/en/packs/a-pack/download/").streaming_content) == first.path.read_bytes()
    assert {one.name for one in first.path.parent.iterdir()} == names


def test_unexpected_failure_is_told_by_kind_without_its_text(pack, session, caplog):
    with patch.object(building, "write_archive", side_effect=OSError("secret path")):
        failed = release_of(pack)
    assert failed.state == ReleaseState.FAILED
    assert "OSError" in failed.problem
    assert "secret" not in failed.problem
    assert "could not be built" in caplog.text


def test_failed_number_may_be_used_again(pack, session, editor):
    with patch.object(building, "write_archive", side_effect=OSError):
        failed = release_of(pack)
    again = make_release(pack=pack, number="1.0", change_note="Second try.", person=editor)
    assert (again.pk, again.state, again.problem) == (failed.pk, ReleaseState.MAKING, "")
    build_release.call(again.pk)
    assert PackRelease.objects.get().state == ReleaseState.READY


def test_making_cut_off_by_a_kill_may_be_asked_for_again(pack, session, editor):
    first = make_release(pack=pack, number="1.0", change_note="First.", person=editor)
    PackRelease.objects.update(asked_at=timezone.now() - timedelta(minutes=11))
    assert make_release(pack=pack, number="1.0", change_note="First.", person=editor) == first


def test_ready_number_is_not_used_again(pack, session, editor):
    release_of(pack)
    PackRelease.objects.update(asked_at=timezone.now() - timedelta(days=1))
    with pytest.raises(NumberTaken):
        make_release(pack=pack, number="1.0", change_note="First.", person=editor)


def test_newer_release_supersedes_and_an_older_number_does_not(pack, session):
    assert release_of(pack, "1.9").superseded is False
    assert release_of(pack, "1.10").superseded is False
    assert release_of(pack, "1.2").superseded is True
    assert [(one.number, one.superseded) for one in PackRelease.objects.order_by("pk")] == [
        *(("1.9", True), ("1.10", False), ("1.2", True)),
    ]


def test_unpublished_pack_is_not_built(pack, session):
    pack.live = False
    pack.save()
    assert release_of(pack).problem == "The pack is not published. Publish it first, then make the release."


def test_pack_without_a_session_is_not_built(pack, part):
    part.add_child(instance=a_session(live=False))
    assert release_of(pack).problem == "The pack has no published session. Publish at least one, then make the release."


def test_pack_that_changes_while_it_is_read_is_read_again(pack, session):
    before = snapshot._read_once(pack.pk)
    session.aims = "Changed meanwhile."
    session.save()
    after, settled = snapshot._read_once(pack.pk), snapshot._read_once(pack.pk)
    with patch.object(snapshot, "_read_once", side_effect=[before, after, settled]):
        assert snapshot.read(pack.pk) is settled


def test_pack_that_never_rests_is_not_built(pack, session):
    with patch("toolkits.snapshot.Snapshot.same_as", return_value=False), pytest.raises(CouldNotBuild):
        read(pack.pk)


def test_release_is_named_by_its_pack_and_number(pack):
    assert str(PackRelease(pack=pack, number="2.1")) == "A pack 2.1"
