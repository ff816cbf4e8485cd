"""Tells safeguarding what a case of ours is: a pack or a lesson, by the key that all its languages share."""

from urllib.parse import urlsplit
from uuid import UUID

from django.urls import reverse

from workflows.safeguarding.about import Subject, register

from .models import PackPage, SessionPage

KINDS = (PackPage, SessionPage)


def pack_of(case: UUID) -> Subject | None:
    """Return the pack or lesson with this key, by its title in the first language that has it."""
    pages = (kind.objects.filter(translation_key=case).order_by("pk").first() for kind in KINDS)
    page = next(filter(None, pages), None)
    return page and _subject(page)


def pack_at(address: str) -> Subject | None:
    """Return the pack or lesson that an address means, live or not."""
    path = urlsplit(address.strip()).path.rstrip("/").removesuffix("/board").removesuffix("/download")
    slug = path.rpartition("/")[2].replace("\0", "")
    if not slug:
        return None
    pages = (page for kind in KINDS for page in kind.objects.filter(slug=slug))
    return next((_subject(page) for page in pages if urlsplit(page.url or "").path.rstrip("/") == path), None)


def _subject(page) -> Subject:
    case = page.translation_key
    return Subject(case, page.title, page.url or "/", reverse("safeguarding:concern", args=[case]))


register(pack_of, pack_at)
