"""What lies in a backup: the database, every file of the media folder, and a list of all with its checksums."""

import hashlib
import json
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

LIST, MEDIA, DATABASE = "list.json", "media", "database"


class Damaged(Exception):
    """Something in a backup is not as its list says. The message names it."""


@dataclass(frozen=True)
class Contents:
    """The list of a backup."""

    vendor: str  # of the database
    made_at: str
    rows: dict[str, int]  # by table
    files: dict[str, str]  # SHA-256 by path


def pack(folder: Path, media: Path, to: Path, *, vendor: str, made_at: str, rows: dict[str, int]) -> None:
    """Write one archive of the copied database in `folder`, the media files, and their list.

    A file that is deleted meanwhile is not missed: nothing in the database speaks of it any more.
    """
    files = {DATABASE: checksum(folder / DATABASE)}
    with tarfile.open(to, "w:gz", compresslevel=6) as archive:
        archive.add(folder / DATABASE, DATABASE)
        for path in sorted(path for path in media.rglob("*") if path.is_file()):
            name = f"{MEDIA}/{path.relative_to(media)}"
            try:
                archive.add(path, name)
                files[name] = checksum(path)
            except FileNotFoundError:
                continue
        contents = Contents(vendor, made_at, rows, files)
        (folder / LIST).write_text(json.dumps(asdict(contents)))
        archive.add(folder / LIST, LIST)


def unpack(archive: Path, folder: Path) -> Contents:
    """Write everything into `folder` and compare it with the list. Raises Damaged."""
    try:
        with tarfile.open(archive, "r:gz") as opened:
            opened.extractall(folder, filter="data")
        contents = Contents(**json.loads((folder / LIST).read_text()))
    except (tarfile.TarError, EOFError, OSError, ValueError, TypeError) as error:
        raise Damaged("the archive cannot be read") from error
    for name, sha256 in contents.files.items():
        path = folder / name
        if not path.is_file() or checksum(path) != sha256:
            raise Damaged(name)
    return contents


def checksum(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
