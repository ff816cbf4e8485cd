"""A language opens with its words: without a catalogue, English would run as Arabic."""

from django.conf import settings
from django.core import checks

from .catalogues import catalogue_of, share_translated


def has_catalogue(language: str) -> bool:
    """Tell whether our own words are compiled in a language; English is what they are written in."""
    return language == "en" or catalogue_of(language, "mo") is not None


@checks.register
def open_languages_are_read_twice(app_configs, **kwargs):
    """Refuse to open a draft, or a catalogue with gaps, to the public; in a demonstration only say so."""
    if settings.OPEN_DRAFTS:
        return []
    kind, name = (checks.Warning, "home.W002") if settings.DEMO else (checks.Error, "home.E002")
    return [
        kind(
            f"OPEN_LANGUAGES names “{code}”, and {why}.",
            hint="Finish it, let a second person read it, and take it out of DRAFT_LANGUAGES. Or set OPEN_DRAFTS.",
            id=name,
        )
        for code, _name in settings.LANGUAGES
        for why in _unready(code)
    ]


def _unready(code: str) -> list[str]:
    found = share_translated(code) if has_catalogue(code) else 1
    draft = ["it is a draft nobody has read a second time"] if code in settings.DRAFT_LANGUAGES else []
    gaps = [f"{found:.0%} of our words are translated"] if found < 1 else []
    return draft + gaps


@checks.register
def open_languages_have_catalogues(app_configs, **kwargs):
    """Refuse to open a language nobody has translated; in a demonstration only say so."""
    kind, name = (checks.Warning, "home.W001") if settings.DEMO else (checks.Error, "home.E001")
    return [
        kind(
            f"OPEN_LANGUAGES names “{code}”, but there is no compiled catalogue of it in locale/.",
            hint="Its pages would be English words marked as another language. Translate, then run make messages.",
            id=name,
        )
        for code, _name in settings.LANGUAGES
        if not has_catalogue(code)
    ]
