"""What a backup refuses: another key, a damaged file, a full disk, a place that is not empty."""

import datetime
from contextlib import nullcontext

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from workflows.privacy.backups import databases, making, restoring
from workflows.privacy.backups.archive import Damaged
from workflows.privacy.backups.making import NoSeal, delete_old, make_backup
from workflows.privacy.backups.restoring import try_backup
from workflows.privacy.backups.sealing import CannotOpenBackup, new_key
from workflows.privacy.models import Backup

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Copy next to nothing: what is refused here does not depend on what is in a backup."""

    def copy(folder):
        (folder / databases.NAME).write_bytes(b"rows" * 1000)
        return {"wagtailcore_page": 11}

    monkeypatch.setattr(making, "copy_database", copy)


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
    monkeypatch.setattr(restoring, "trial_database", lambda folder: nullcontext(connection))
    monkeypatch.setattr(restoring, "load_database", lambda copy, there: None)
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
