"""A backup is of one moment, opens with its own key alone, and a site can be made of it. Requirement 63."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.core.management import call_command

from home.models import Topic
from stories.models import Submission
from tests.factories import make_public_story, make_submission
from tests.workflows.privacy.conftest import address
from workflows.privacy.actions import erase
from workflows.privacy.backups.making import make_backup
from workflows.privacy.backups.restoring import opened
from workflows.privacy.models import Backup

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Then my friend asked twice"


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
