"""Making a backup, and letting go of those that are too old."""

import datetime
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from workflows.privacy.models import Backup

from .archive import pack
from .databases import copy_database
from .sealing import is_seal, seal

SUFFIX = ".age"
DAYS = 30  # erased words may lie in a backup for no longer than this (SECURITY.md)


class NoSeal(Exception):
    """There is no key to seal a backup with: `manage.py make_backup_key` makes one."""


def recipient() -> str:
    """Return the half of the key that seals. Raises NoSeal."""
    path = Path(settings.BACKUP_SEAL_PATH)
    text = path.read_text().strip() if path.exists() else ""
    if not is_seal(text):
        raise NoSeal
    return text


def make_backup(folder: Path | None = None) -> Path:
    """Copy database and files, seal the copy, write down that there is one, delete those that are too old.

    The file has its name only once it is whole and on the disk. Raises NoSeal, OSError, CalledProcessError; then
    nothing of it stays.
    """
    folder = folder or Path(settings.BACKUP_PATH)
    to, now = recipient(), timezone.now().astimezone(datetime.UTC)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{now:%Y-%m-%dT%H%M%SZ}{SUFFIX}"
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as made:
        work = Path(made)
        rows = copy_database(work)
        plain, sealed = work / "plain.tar.gz", work / "sealed"
        pack(work, Path(settings.MEDIA_ROOT), plain, vendor=connection.vendor, made_at=now.isoformat(), rows=rows)
        seal(plain, sealed, recipient=to)
        sealed.rename(path)
    Backup.objects.create(name=path.name, made_at=now, size=path.stat().st_size)
    delete_old(folder, now=now)
    return path


def delete_old(folder: Path, *, now: datetime.datetime) -> list[Path]:
    """Delete backups made more than 30 days ago, by the day in their names. Other files are left alone."""
    last = f"{now - datetime.timedelta(days=DAYS):%Y-%m-%dT%H%M%SZ}{SUFFIX}"
    old = [path for path in folder.glob(f"[0-9]*T*Z{SUFFIX}") if path.name < last]
    for path in old:
        path.unlink(missing_ok=True)
    return old
