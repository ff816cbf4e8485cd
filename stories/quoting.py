"""Words of a story on another page: named by story and paragraph, shown only while the story itself may be read."""

from dataclasses import dataclass

from .display import byline_of, language_of, mentions, notes_of
from .models import StoryPage


@dataclass(frozen=True)
class Quotation:
    """A few words of one public story, as plain values."""

    words: str
    byline: str
    href: str
    lang: str
    notes: tuple[str, ...]


def quotation_of(page, paragraph: int | None, request=None) -> Quotation | None:
    """Return a paragraph of a story, or the quotation its author agreed to; None for what may not be shown.

    Publishing on this site is the use: a story whose author ended that, which is paused, or whose row was changed, is
    not public and so is not quoted.
    """
    story = StoryPage.objects.public().filter(pk=page.pk).first() if page else None
    words = _words(story, paragraph) if story else ""
    if not words:
        return None
    notes = mentions(notes_of(story))
    return Quotation(words, byline_of(story), story.get_url(request), language_of(story), notes)


def _words(story, paragraph: int | None) -> str:
    if not paragraph:
        return story.pull
    texts = [text for _key, text in story.paragraphs if text]
    return texts[paragraph - 1] if paragraph <= len(texts) else ""
