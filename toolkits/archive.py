"""Writes a pack as one ZIP that works from a USB stick: the same words give the same bytes."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from home.frame import frame

from .errors import CouldNotBuild
from .snapshot import Snapshot

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest moment a ZIP can name
ANYBODY_READS = 0o100644 << 16
UNIX = 3
FONTS = ("fonts/atkinson-latin.woff2", "fonts/OFL.txt")
STYLE = Path(__file__).parent / "usb" / "pack.css"


def write_archive(target, found: Snapshot, number: str, change_note: str) -> None:
    """Write the pack's ZIP into an open file. Raises CouldNotBuild when a film is not there."""
    with translation.override(found.pack.locale.language_code):
        pages = _pages(found, number, change_note)
    digests = {}
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(pages):
            digests[name] = _add(archive, name, pages[name])
        for name, film, session in sorted(films_of(found), key=lambda one: one[0]):
            digests[name] = _add_film(archive, name, film, session)
        _add(archive, "manifest.json", _manifest(found, number, digests))


def films_of(found: Snapshot) -> Iterator[tuple]:
    """Yield (name in the ZIP, document, session) for each film."""
    for session in found.sessions:
        for block in session.activities:
            if film := block.value.get("film"):
                yield film_name(film), film, session


def film_name(film) -> str:
    """Return where a film lies in the ZIP."""
    return f"films/{film.pk}-{get_valid_filename(film.filename)}"


def _pages(found: Snapshot, number: str, change_note: str) -> dict[str, bytes]:
    context = {"pack": found.pack, "parts": found.parts, "number": number, "change_note": change_note}
    context["help_lines"] = frame().lines
    pages = {
        "index.html": render_to_string("toolkits/usb/index.html", context | {"up": ""}),
        "README.txt": render_to_string("toolkits/usb/README.txt", context),
        "LICENCE.txt": render_to_string("toolkits/usb/LICENCE.txt", context),
        "style.css": STYLE.read_text(),
    }
    for part, sessions in found.parts:
        for session in sessions:
            here = context | {"session": session, "part": part, "up": "../"}
            pages[f"{part.slug}/{session.slug}.html"] = render_to_string("toolkits/usb/session.html", here)
    fonts = {name: Path(finders.find(name)).read_bytes() for name in FONTS}
    return {name: text.encode() for name, text in pages.items()} | fonts


def _entry(name: str) -> ZipInfo:
    """Return an entry that tells nothing of the machine or the hour it was made on."""
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, ANYBODY_READS
    return entry


def _add(archive: ZipFile, name: str, data: bytes) -> dict:
    archive.writestr(_entry(name), data, compresslevel=9)
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _add_film(archive: ZipFile, name: str, film, session) -> dict:
    try:
        source = film.file.open("rb")
    except OSError as error:
        message = _("The film “%(film)s” of session “%(session)s” can’t be found. Upload it again, then try once more.")
        raise CouldNotBuild(message % {"film": film.title, "session": session.title}) from error
    with source, archive.open(_entry(name), "w", force_zip64=True) as inside:
        shutil.copyfileobj(source, inside)
        source.seek(0)
        digest = hashlib.file_digest(source, "sha256").hexdigest()
        return {"sha256": digest, "size": source.size}


def _manifest(found: Snapshot, number: str, digests: dict) -> bytes:
    listing = {
        "pack": found.pack.title,
        "version": number,
        "language": found.pack.locale.language_code,
        "licence": found.pack.licence_name,
        "files": digests,
    }
    return json.dumps(listing, indent=1, sort_keys=True, ensure_ascii=False).encode()
