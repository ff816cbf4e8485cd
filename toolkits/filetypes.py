"""Kinds of files a lesson may bring: how each is called, how it begins, and whether a teacher can change it."""

import zipfile
from dataclasses import dataclass
from pathlib import PurePath

PART = "[Content_Types].xml"


@dataclass(frozen=True)
class FileType:
    """One kind of file. `inside` names an entry that must stand in it when it is a ZIP by nature."""

    name: str
    content_type: str
    start: bytes
    editable: bool = False
    inside: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
TYPES = {
    "docx": FileType("DOCX", f"{_OFFICE}wordprocessingml.document", b"PK", editable=True, inside=PART),
    "pptx": FileType("PPTX", f"{_OFFICE}presentationml.presentation", b"PK", editable=True, inside=PART),
    "odt": FileType("ODT", f"{_OPEN}text", b"PK", editable=True, inside="content.xml"),
    "odp": FileType("ODP", f"{_OPEN}presentation", b"PK", editable=True, inside="content.xml"),
    "pdf": FileType("PDF", "application/pdf", b"%PDF-"),
    "zip": FileType("ZIP", "application/zip", b"PK"),
    "mp4": FileType("MP4", "video/mp4", b""),
    "webm": FileType("WebM", "video/webm", b"\x1a\x45\xdf\xa3"),
    "vtt": FileType("WebVTT", "text/vtt", b"WEBVTT"),
}
FILMS = ("mp4", "webm")
OTHER = FileType("", "application/octet-stream", b"")


def type_of(name: str) -> FileType:
    """Return the kind of a file by the end of its name."""
    return TYPES.get(PurePath(name).suffix.lstrip(".").lower(), OTHER)


def is_whole(name: str, file) -> bool:
    """Tell whether an open file begins, and is built, as its name says. It is left at its beginning."""
    kind = type_of(name)
    file.seek(0)
    begins = file.read(max(len(kind.start), 12)).removeprefix(b"\xef\xbb\xbf" if kind.name == "WebVTT" else b"")
    good = begins.startswith(kind.start) and (kind.name != "MP4" or begins[4:8] == b"ftyp")
    if good and kind.start == b"PK":
        good = _opens(file, kind.inside)
    file.seek(0)
    return good


def _opens(file, inside: str) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return not inside or inside in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
