"""Stories lent to lessons: each under its author's own yes to packs for schools, and only while that yes stands."""

from dataclasses import dataclass
from uuid import UUID

from home.frame import frame
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.review.sealable import agreed_cases, sealable_models


@dataclass(frozen=True)
class Lent:
    """A story as a lesson shows it: the very words its author sealed."""

    case: UUID
    headline: str
    byline: str
    paragraphs: tuple[str, ...]
    language: str
    notes: tuple[str, ...]
    digest: str


def _agreed():
    return Consent.objects.standing().filter(use=Use.PACK).values("case")


def cases_lent(cases) -> set[str]:
    """Return those of these cases (as text) whose authors agree today to publishing and to packs. No case, no query."""
    if not cases:
        return set()
    return {
        str(case)
        for case in _agreed().filter(case__in=cases).filter(case__in=agreed_cases()).values_list("case", flat=True)
    }


def is_lent(case: UUID) -> bool:
    """Tell whether a case's story is public, and its author has agreed to packs for schools."""
    pages = (
        model.objects.public().filter(translation_key=case, translation_key__in=_agreed())
        for model in sealable_models()
    )
    return any(list(found) for found in pages)


def stories_lent(pages) -> dict[int, Lent]:
    """Return the story of each of these pages that may be shown now, by the page's key. No page, no query."""
    keys = [page.pk for page in pages]
    if not keys:
        return {}
    found = (model.objects.public().filter(pk__in=keys, translation_key__in=_agreed()) for model in sealable_models())
    return {page.pk: _as_lent(page) for pages in found for page in pages}


def _as_lent(page) -> Lent:
    return Lent(
        case=page.case,
        headline=page.headline,
        byline=page.byline,
        paragraphs=tuple(text for _key, text in page.paragraphs if text),
        language=page.language or page.locale.language_code,
        notes=tuple(note.text for note in frame().notes_of(page.notes)),
        digest=page.sealed_with,
    )
