"""The list of stories: by topic, without what somebody would rather not read, older pages by key, never by count."""

import datetime
from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import QueryDict

from home.frame import frame
from home.models import Topic

from .display import cards_of

PAGE = 12
SECOND = 1_000_000  # a key counts microseconds


@dataclass(frozen=True)
class Wish:
    """What the address asks for. Nonsense in it asks for nothing."""

    topic: str
    hide: tuple[str, ...]
    before: tuple[datetime.datetime, int] | None

    @classmethod
    def of(cls, data) -> "Wish":
        """Read a query string."""
        return cls(
            topic=data.get("topic", "").replace("\0", "")[:100],
            hide=tuple(key.replace("\0", "")[:40] for key in data.getlist("hide")[:20] if key),
            before=_read_key(data.get("before", "")),
        )

    def address(self, **changes) -> str:
        """Return the query string of this wish with something changed."""
        query = QueryDict(mutable=True)
        query["topic"] = changes.get("topic", self.topic)
        query.setlist("hide", self.hide)
        query["before"] = changes.get("before", "")
        for key in [key for key in query if not query[key]]:
            del query[key]
        return f"?{query.urlencode()}"


def key_of(story) -> str:
    """Return a story's place in the list."""
    return f"{round(story.first_published_at.timestamp() * SECOND)}-{story.pk}"


def _read_key(text):
    moment, _dash, pk = text.partition("-")
    if not (moment.isdecimal() and pk.isdecimal() and len(moment) < 18 and len(pk) < 18):
        return None
    try:
        return datetime.datetime.fromtimestamp(int(moment) / SECOND, tz=datetime.UTC), int(pk)
    except (OverflowError, ValueError, OSError):
        return None


def chosen(stories, wish: Wish):
    """Narrow public stories to a wish, the newest first."""
    if wish.topic:
        stories = stories.filter(tagged__tag__slug=wish.topic)
    if wish.hide:
        stories = stories.annotate(notes_text=Cast("notes", TextField()))
        for key in wish.hide:
            stories = stories.exclude(notes_text__contains=f'"{key}"')
    if wish.before:
        moment, pk = wish.before
        earlier = Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=pk)
        stories = stories.filter(earlier)
    return stories.select_related("locale").order_by("-first_published_at", "-pk")


def page_of(stories, request) -> dict:
    """Return one page of the list with everything its template shows."""
    wish = Wish.of(request.GET)
    found = list(chosen(stories, wish)[: PAGE + 1])
    shown = found[:PAGE]
    return {
        "cards": cards_of(shown, request),
        "wish": wish,
        "older_url": wish.address(before=key_of(shown[-1])) if len(found) > PAGE else "",
        "newest_url": wish.address() if wish.before else "",
    }


def choices_of(stories, wish: Wish) -> dict:
    """Return the topics that have public stories, and the notes one may hide."""
    topics = Topic.objects.filter(stories__content_object__in=stories.values("pk")).distinct()
    return {
        "topics": [(topic.name, wish.address(topic=topic.slug), topic.slug == wish.topic) for topic in topics],
        "every_topic": wish.address(topic=""),
        "hideable": [(note, note.key in wish.hide) for note in frame().notes.values()],
    }
