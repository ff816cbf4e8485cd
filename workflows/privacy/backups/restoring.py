"""Making a site of a backup, and trying whether that would work."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from workflows.privacy.actions import apply_erasures, check_ring
from workflows.privacy.ledger import ledger_path, read_ledger
from workflows.privacy.models import Backup

from .archive import DATABASE, MEDIA, Contents, Damaged, unpack
from .databases import count_rows, is_empty, load_database, trial_database
from .sealing import unseal


class NotEmpty(Exception):
    """A backup is restored into an empty place only. The message names what is there."""


@contextmanager
def opened(backup: Path, key: str) -> Iterator[tuple[Path, Contents]]:
    """Give a folder with everything in a backup, compared with its list. Raises CannotOpenBackup, Damaged."""
    with tempfile.TemporaryDirectory(dir=backup.parent, prefix="opening-") as made:
        folder = Path(made)
        unseal(backup, folder / "plain", key=key)
        contents = unpack(folder / "plain", folder)
        (folder / "plain").unlink()
        if contents.vendor != connection.vendor:
            raise Damaged(f"its database is {contents.vendor}, this site's is {connection.vendor}")
        yield folder, contents


def restore(*, backup: Path, key: str) -> int:
    """Make this site's database and files of a backup, then erase again what the ledger names. Returns how many.

    Raises NotEmpty before anything is written; CannotOpenBackup; Damaged; ImproperlyConfigured for another key ring.
    """
    media = Path(settings.MEDIA_ROOT)
    if not is_empty(connection):
        raise NotEmpty("the database has tables")
    if media.exists() and any(media.iterdir()):
        raise NotEmpty(f"{media} has files")
    with opened(backup, key) as (folder, contents):
        load_database(folder / DATABASE, connection)
        _compare(connection, contents)
        if (folder / MEDIA).exists():
            shutil.copytree(folder / MEDIA, media, dirs_exist_ok=True)
    check_ring()
    return apply_erasures(cases=read_ledger(ledger_path()))


def try_backup(*, backup: Path, key: str) -> Contents:
    """Make a database of a backup beside the real one, compare its rows, and throw it away; write down that it works.

    Raises CannotOpenBackup, Damaged.
    """
    with opened(backup, key) as (folder, contents), trial_database(folder) as trial:
        load_database(folder / DATABASE, trial)
        _compare(trial, contents)
    Backup.objects.filter(name=backup.name).update(tried_at=timezone.now())
    return contents


def _compare(there, contents: Contents) -> None:
    found = count_rows(there)
    wrong = [name for name, count in contents.rows.items() if name in found and found[name] != count]
    if wrong or not found:
        raise Damaged(", ".join(wrong) or "the database")
