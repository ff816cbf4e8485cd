"""What a reader sees of a story beside its words: cards, byline, reading time, topics, content notes."""

import math
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from home.frame import Note, frame
from home.models import Topic

WORDS_A_MINUTE = 180  # an easy pace


@dataclass(frozen=True)
class Card:
    """One story in a list, as plain values."""

    href: str
    title: str
    byline: str
    minutes: int
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    art_key: UUID
    lang: str
    listen: bool = False


def minutes_to_read(texts) -> int:
    """Return whole minutes, at least one."""
    words = sum(len(text.split()) for text in texts)
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def byline_of(story) -> str:
    """Return the name an author chose, or that they chose none."""
    return story.byline or _("Anonymous")


def language_of(story) -> str:
    """Return the language the words are in, where it is not the page's own."""
    return story.language or story.locale.language_code


def teaser_of(story) -> str:
    """Return what search engines and link previews may show. With a content note on it, nothing of the words."""
    if story.notes:
        return _("A story in its author’s own words. It begins with a note on what it mentions.")
    first = next((text for _key, text in story.paragraphs if text), "")
    return first if len(first) <= 150 else first[:150].rsplit(" ", 1)[0] + "…"


def notes_of(story) -> list[Note]:
    """Return the content notes of a story in words; they are kept site-wide and cost no query."""
    return frame().notes_of(story.notes)


def mentions(notes) -> tuple[str, ...]:
    """Return what lists and quotations say of a story's notes."""
    return tuple(_("Mentions %(what)s") % {"what": note.text} for note in notes)


def topics_of(stories) -> dict[int, list]:
    """Return the topics of each story by primary key, in one query."""
    rows = Topic.objects.filter(stories__content_object__in=[story.pk for story in stories])
    found = defaultdict(list)
    for topic in rows.annotate(story=F("stories__content_object")).order_by("name"):
        found[topic.story].append(topic)
    return found


def cards_of(stories, request=None, *, topics=None) -> list[Card]:
    """Return the cards of public stories; one query for topics however many there are, none where they are known."""
    stories, known = list(stories), frame()
    topics = topics_of(stories) if topics is None else topics
    return [
        Card(
            href=story.get_url(request),
            title=story.headline,
            byline=byline_of(story),
            minutes=minutes_to_read(text for _key, text in story.paragraphs),
            tags=tuple(topic.name for topic in topics[story.pk]),
            notes=mentions(known.notes_of(story.notes)),
            art_key=story.translation_key,
            lang=language_of(story),
            listen=bool(story.sound_id),
        )
        for story in stories
    ]
