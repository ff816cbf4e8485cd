"""How much of our own words a language has: counted from its catalogue in locale/."""

from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import to_locale


def catalogue_of(code: str, kind: str = "po") -> Path | None:
    """Return where a language's catalogue lies, as written ("po") or compiled ("mo"), or None where there is none."""
    places = (Path(folder) / to_locale(code) / "LC_MESSAGES" / f"django.{kind}" for folder in settings.LOCALE_PATHS)
    return next((place for place in places if place.is_file()), None)


def share_translated(code: str) -> float:
    """Return the share of our words that a language has, from 0 to 1. English is what they are written in."""
    if code == "en":
        return 1.0
    place = catalogue_of(code)
    entries = [entry for entry in polib.pofile(str(place)) if not entry.obsolete] if place else []
    return sum(entry.translated() for entry in entries) / len(entries) if entries else 0.0
