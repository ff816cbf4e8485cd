"""Where a reader may go after a story: others about the same, and something hopeful. Chosen from the newest stories.

The newest are read once for the whole site, so that no story page asks for them.
"""

from dataclasses import dataclass

from django.utils.translation import get_language

from home.pagecache.remembered import remembered

from .display import Card, cards_of, notes_of, topics_of
from .listing import Wish, chosen

NEWEST = 60
MOST = 3


@dataclass(frozen=True)
class OnShelf:
    """One story to go to next, with what it is chosen by."""

    card: Card
    topics: frozenset[int]
    hopeful: bool  # an editor said that its topic gives hope, and nothing in it is hard to read


def shelf(stories) -> tuple[OnShelf, ...]:
    """Return the newest of public stories, ready to be shown; `stories` is read once a generation."""
    return remembered(f"shelf:{get_language()}", lambda: _read(stories))


def _read(stories) -> tuple[OnShelf, ...]:
    newest = list(chosen(stories, Wish())[:NEWEST])
    topics = topics_of(newest)
    return tuple(
        OnShelf(
            card,
            frozenset(topic.pk for topic in topics[story.pk]),
            hopeful=any(topic.hopeful for topic in topics[story.pk]) and not any(n.heavy for n in notes_of(story)),
        )
        for story, card in zip(newest, cards_of(newest, topics=topics), strict=True)
    )


def related_to(case, topics, known) -> list[Card]:
    """Return at most three others of a shelf with a topic in common: most in common first, then the newest."""
    mine = {topic.pk for topic in topics}
    others = [one for one in known if one.card.art_key != case and one.topics & mine]
    others.sort(key=lambda one: -len(one.topics & mine))
    return [one.card for one in others[:MOST]]


def hopeful_after(case, known) -> Card | None:
    """Return the newest other story of a shelf that gives hope, or None."""
    return next((one.card for one in known if one.hopeful and one.card.art_key != case), None)
