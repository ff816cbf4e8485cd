"""Writes a bundle as one ZIP that works from a USB stick: the same files give the same bytes."""

import hashlib
import json
import shutil
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from .bundle import Bundle, Piece
from .errors import CouldNotBuild
from .filetypes import is_whole
from .snapshot import Snapshot

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest moment a ZIP can name
ANYBODY_READS = 0o100644 << 16
UNIX = 3
PACKED_ALREADY = {".docx", ".jpg", ".mp4", ".odp", ".odt", ".pdf", ".pptx", ".webm", ".woff2", ".zip"}


def write_archive(target, bundle: Bundle, found: Snapshot, number: str) -> None:
    """Write the ZIP into an open file. Raises CouldNotBuild when a file is not there, or is not what it was."""
    digests = {}
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(bundle.pieces):
            digests[name] = _add(archive, name, bundle.pieces[name])
        archive.writestr(_entry("manifest.json"), _manifest(found, number, digests), compresslevel=9)


def _entry(name: str) -> ZipInfo:
    """Return an entry that tells nothing of the machine or the hour it was made on."""
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type = ZIP_STORED if PurePosixPath(name).suffix.lower() in PACKED_ALREADY else ZIP_DEFLATED
    entry.create_system, entry.external_attr = UNIX, ANYBODY_READS
    return entry


def _add(archive: ZipFile, name: str, piece: Piece) -> dict:
    if piece.document is not None:
        return _add_document(archive, name, piece)
    archive.writestr(_entry(name), piece.data, compresslevel=9)
    return {"sha256": hashlib.sha256(piece.data).hexdigest(), "size": len(piece.data)}


def _add_document(archive: ZipFile, name: str, piece: Piece) -> dict:
    document = piece.document
    told = {"file": document.filename, "of": piece.owner}
    try:
        source = document.file.open("rb")
    except (OSError, ValueError) as error:
        message = _("The file “%(file)s” of “%(of)s” can’t be found. Upload it again, then try once more.")
        raise CouldNotBuild(message % told) from error
    facts = getattr(document, "facts", None)
    with source:
        if not is_whole(document.filename, source):
            message = _("The file “%(file)s” of “%(of)s” is damaged. Upload it again, then try once more.")
            raise CouldNotBuild(message % told)
        with archive.open(_entry(name), "w", force_zip64=True) as inside:
            shutil.copyfileobj(source, inside, 1 << 16)
        source.seek(0)
        digest = hashlib.file_digest(source, "sha256").hexdigest()
        if facts is None or facts.sha256 != digest:
            message = _("The file “%(file)s” of “%(of)s” was changed meanwhile. Save it once more, then try again.")
            raise CouldNotBuild(message % told)
        return {"sha256": digest, "size": source.size}


def _manifest(found: Snapshot, number: str, digests: dict) -> bytes:
    listing = {
        "pack": found.pack.title,
        "version": number,
        "language": found.pack.locale.language_code,
        "licence": found.pack.licence_name,
        "holds": [session.title for session in found.sessions],
        "files": digests,
    }
    return json.dumps(listing, indent=1, sort_keys=True, ensure_ascii=False).encode()
