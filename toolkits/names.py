"""What files are called inside a ZIP: names that every computer of a school takes."""

import re
import unicodedata
from pathlib import PurePosixPath

TAKEN_BY_WINDOWS = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
PICTURE = "max-1200x900|format-jpeg"
LONGEST = 80


def safe(name: str) -> str:
    """Return one part of a path that Windows, macOS and Linux all take, whatever somebody called a file."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", unicodedata.normalize("NFC", name)).strip(" .")
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    if stem.split(".")[0].strip().casefold() in TAKEN_BY_WINDOWS:
        stem = f"file-{stem}"
    return f"{stem[: LONGEST - len(ending)] or 'file'}{dot}{ending[:12]}"


def document_name(document) -> str:
    """Return where a film or a file of one lies in the ZIP."""
    return f"films/{document.pk}-{safe(document.filename)}"


def picture_name(picture) -> str:
    """Return where a picture lies in the ZIP."""
    return f"pictures/{picture.pk}.jpg"


def rendition_of(picture):
    """Return the size of a picture that lessons show, made anew from its pixels alone."""
    return picture.get_rendition(PICTURE)


def folded(name: str) -> str:
    """Return a path as computers see it that tell no small letters from capital ones."""
    return str(PurePosixPath(unicodedata.normalize("NFC", name).casefold()))
