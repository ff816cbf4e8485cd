"""A backup is of one moment, opens with its own key alone, and a site can be made of it. Requirement 63."""

import datetime
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from home.models import Topic
from stories.models import Submission
from tests.factories import make_public_story, make_submission
from workflows.privacy.actions import erase
from workflows.privacy.backups import making, restoring
from workflows.privacy.backups.archive import Damaged
from workflows.privacy.backups.making import NoSeal, delete_old, make_backup
from workflows.privacy.backups.restoring import opened, try_backup
from workflows.privacy.backups.sealing import CannotOpenBackup, new_key
from workflows.privacy.models import Backup

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Then my friend asked twice"


@pytest.fixture
def key(settings, tmp_path):
    """Give this test folders and a key of its own; return the half that opens."""
    opens, seals = new_key()
    (tmp_path / "seal").write_text(f"{seals}\n")
    (tmp_path / "media").mkdir()
    settings.BACKUP_PATH, settings.BACKUP_SEAL_PATH = str(tmp_path / "backups"), str(tmp_path / "seal")
    settings.MEDIA_ROOT, settings.LEDGER_PATH = tmp_path / "media", str(tmp_path / "ledger")
    return opens


def test_a_backup_is_for_its_owner_alone_and_says_nothing_to_anybody_else(key, tmp_path):
    make_public_story()
    (tmp_path / "media" / "note.txt").write_text(WORDS)
    path = make_backup()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    assert WORDS.encode() not in path.read_bytes()
    assert list(path.parent.iterdir()) == [path]  # nothing in plain is left beside it
    assert Backup.objects.get().size == path.stat().st_size


def test_a_backup_holds_rows_and_files_and_not_the_keys(key, tmp_path):
    story = make_public_story()
    (tmp_path / "media" / "deep").mkdir()
    (tmp_path / "media" / "deep" / "note.txt").write_text(WORDS)
    with opened(make_backup(), key) as (folder, contents):
        assert (folder / "media" / "deep" / "note.txt").read_text() == WORDS
        assert contents.rows[story._meta.db_table] == 1
        assert set(contents.files) == {"database", "media/deep/note.txt"}
        ring = django_settings.KEYRING_PATH.read_text().split('"')
        copied = (folder / "database").read_bytes()
        assert not any(secret.encode() in copied for secret in ring if len(secret) > 40)


def test_trying_a_backup_writes_down_that_it_works_and_leaves_nothing(key, tmp_path, capsys):
    make_submission()
    path = make_backup()
    (tmp_path / "key").write_text(key)
    call_command("restore", str(path), "--try", "--key", str(tmp_path / "key"))
    assert "It works" in capsys.readouterr().out
    assert Backup.objects.get().tried_at
    assert Submission.objects.count() == 1
    assert list(path.parent.iterdir()) == [path]


def test_the_copy_is_of_one_moment_while_others_write(key):
    """Another process writes one row in each of two tables, both or none; a copy has as many of one as of the other."""
    code = (
        "import itertools; from django.db import transaction\n"
        "from wagtail.models import Collection; from taggit.models import Tag\n"
        "from home.models import Topic; from django.contrib.auth.models import Group\n"
        "print('go', flush=True)\n"
        "for number in itertools.count():\n"
        "    with transaction.atomic():\n"
        "        Group.objects.create(name=f'made {number}')\n"
        "        Topic.objects.create(name=f'{number}', slug=f'made-{number}')\n"
    )
    groups, topics = Group.objects.count(), Topic.objects.count()
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    with subprocess.Popen(command, cwd=django_settings.ROOT, env=same_database(), stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout.readline() == b"go\n"
            while Topic.objects.count() == topics:
                pass
            found = [contents.rows for contents in (_contents(make_backup_named(n), key) for n in range(3))]
        finally:
            writer.kill()
    made = [(rows["auth_group"] - groups, rows["home_topic"] - topics) for rows in found]
    assert all(one == other > 0 for one, other in made), made
    assert len(set(made)) > 1  # it did write meanwhile


def make_backup_named(number) -> Path:
    folder = Path(django_settings.BACKUP_PATH) / str(number)
    Backup.objects.all().delete()
    return make_backup(folder)


def _contents(path, key):
    with opened(path, key) as (_folder, contents):
        return contents


def same_database() -> dict:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": address()}


def address(name: str = "") -> str:
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{name or found['NAME']}"
    return f"postgres://{found['USER']}:{found['PASSWORD']}@{found['HOST']}:{found['PORT']}/{name or found['NAME']}"


@pytest.fixture
def elsewhere(tmp_path):
    """Return a function that runs a command as if elsewhere: an empty database, no files, ring and ledger put back."""
    name = str(tmp_path / "elsewhere.sqlite3")
    if connection.vendor != "sqlite":
        name = f"elsewhere_{os.getpid()}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    places = {"MEDIA_ROOT": str(tmp_path / "elsewhere"), "KEYRING_PATH": str(django_settings.KEYRING_PATH)}
    names = {"DATABASE_URL": address(name), "LEDGER_PATH": str(tmp_path / "ledger"), "SECRET_KEY": "x" * 60, **places}

    def run(*arguments, **more):
        there = {**os.environ, **names, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
        command = [sys.executable, "manage.py", *arguments]
        how = {"cwd": django_settings.ROOT, "env": there, "capture_output": True, "text": True, **more}
        return subprocess.run(command, check=False, **how)

    yield run
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_site_is_made_of_a_backup_and_forgets_what_was_erased_since(key, tmp_path, elsewhere):
    kept, forgotten = make_public_story(), make_submission(words=WORDS)
    (tmp_path / "media" / "note.txt").write_text("a file")
    path = make_backup()
    erase(case=forgotten.case)
    done = elsewhere("restore", str(path), input=f"{key}\n")
    assert (done.returncode, done.stdout) == (0, "Restored; 1 erased again.\n"), done.stderr
    assert (tmp_path / "elsewhere" / "note.txt").read_text() == "a file"
    code = "from stories.models import *; print(*Submission.objects.values_list('case', flat=True))"
    assert elsewhere("shell", "--no-imports", "-c", code).stdout == f"{kept.case}\n"
    again = elsewhere("restore", str(path), input=f"{key}\n")
    assert again.returncode == 1
    assert "Nothing was changed: the database has tables" in again.stderr


def test_files_in_the_way_are_named_and_nothing_is_written(key, tmp_path, elsewhere):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "other.txt").write_text("mine")
    done = elsewhere("restore", str(make_backup()), input=f"{key}\n")
    assert done.returncode == 1
    assert "has files" in done.stderr
    assert (tmp_path / "elsewhere" / "other.txt").read_text() == "mine"


@pytest.mark.parametrize("wrong", ["", "no key", new_key()[0], new_key()[1]], ids=["none", "words", "other", "seal"])
def test_another_key_opens_nothing(key, wrong):
    with pytest.raises(CannotOpenBackup):
        try_backup(backup=make_backup(), key=wrong)


def test_a_damaged_backup_says_so(key):
    path = make_backup()
    whole = path.read_bytes()
    middle = len(whole) // 2
    for damaged in (whole[:middle], whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], b"", b"zip"):
        path.write_bytes(damaged)
        with pytest.raises((CannotOpenBackup, Damaged)):
            try_backup(backup=path, key=key)
    assert Backup.objects.get().tried_at is None


def test_rows_that_are_missing_are_named(key, monkeypatch):
    path = make_backup()
    monkeypatch.setattr(restoring, "count_rows", lambda there: {"wagtailcore_page": 0})
    with pytest.raises(Damaged, match="wagtailcore_page"):
        try_backup(backup=path, key=key)


def test_a_backup_of_another_kind_of_database_says_so(key, monkeypatch):
    path = make_backup()
    monkeypatch.setattr(connection, "vendor", "oracle")
    with pytest.raises(Damaged, match="oracle"):
        try_backup(backup=path, key=key)


def test_a_full_disk_leaves_nothing_behind(key, tmp_path, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "seal", full)
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup")
    assert list((tmp_path / "backups").iterdir()) == []
    assert not Backup.objects.exists()


def test_without_a_key_no_backup_is_made(key, settings, tmp_path):
    settings.BACKUP_SEAL_PATH = str(tmp_path / "none")
    with pytest.raises(CommandError, match="make_backup_key"):
        call_command("backup")
    (tmp_path / "none").write_text("not a key")
    with pytest.raises(NoSeal):
        make_backup()


def test_the_key_that_opens_is_shown_once_and_kept_nowhere(settings, tmp_path, capsys):
    settings.BACKUP_SEAL_PATH = str(tmp_path / "new" / "seal")
    call_command("make_backup_key")
    opens = capsys.readouterr().out.strip()
    assert opens.startswith("AGE-SECRET-KEY-")
    assert opens not in (tmp_path / "new" / "seal").read_text()
    with pytest.raises(CommandError, match="already"):
        call_command("make_backup_key")


def test_backups_older_than_30_days_go_and_nothing_else(tmp_path):
    now = timezone.now().astimezone(datetime.UTC)
    names = {}
    for days in (0, 29, 31, 400):
        names[days] = f"{now - datetime.timedelta(days=days):%Y-%m-%dT%H%M%SZ}.age"
    for name in (*names.values(), "2001-notes.txt", "letters.age"):
        (tmp_path / name).touch()
    assert {path.name for path in delete_old(tmp_path, now=now)} == {names[31], names[400]}
    assert {path.name for path in tmp_path.iterdir()} == {names[0], names[29], "2001-notes.txt", "letters.age"}
