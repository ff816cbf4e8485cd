"""Turns what editors type into lists, and says where a file or picture of a lesson lies: on the site or in a ZIP."""

from django import template
from django.urls import reverse

from ..names import document_name, picture_name, rendition_of

register = template.Library()


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


@register.filter
def file_for(document, up: str | None) -> str:
    """Return where a document is had: by its digest on the site, or in its folder inside a ZIP."""
    if up:
        return f"{up}{document_name(document)}"
    facts = getattr(document, "facts", None)
    return reverse("toolkits:file", args=[facts.sha256, document.filename]) if facts else document.url


@register.filter
def picture_for(picture, up: str | None) -> str:
    """Return where a picture is had."""
    return f"{up}{picture_name(picture)}" if up else rendition_of(picture).url


@register.filter
def lent_in(story, session):
    """Return the story as its author lends it to a lesson today, or None."""
    return session.lent.get(story.pk) if story else None
