"""The list of stories: by topic, without what somebody would rather not read, older pages by key, never by count."""

import datetime
from dataclasses import dataclass, replace

from django.db.models import Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.http import QueryDict
from django.utils.translation import get_language

from home.frame import frame
from home.languages import written_name
from home.models import Topic
from home.pagecache.remembered import remembered

from .display import cards_of

PAGE = 12
SECOND = 1_000_000  # a key counts microseconds
SHORT = "short"


@dataclass(frozen=True)
class Wish:
    """What the address asks for. Nonsense in it asks for nothing."""

    topic: str = ""
    hide: tuple[str, ...] = ()
    lang: str = ""
    listen: bool = False
    order: str = ""
    before: tuple[int, int] | None = None  # where the list goes on: its order's own number, and a key

    @classmethod
    def of(cls, data) -> "Wish":
        """Read a query string."""
        return cls(
            topic=data.get("topic", "").replace("\0", "")[:100],
            hide=tuple(key.replace("\0", "")[:40] for key in data.getlist("hide")[:20] if key),
            lang=data.get("lang", "").replace("\0", "")[:12],
            listen=data.get("listen", "") == "1",
            order=SHORT if data.get("order") == SHORT else "",
            before=_read_key(data.get("before", "")),
        )

    @property
    def is_narrowed(self) -> bool:
        """Tell whether anything below the topics was chosen."""
        return bool(self.hide or self.lang or self.listen or self.order)

    def address(self, *, before: str = "", **changes) -> str:
        """Return the query string of this wish with something changed, from its first page on."""
        wish = replace(self, **changes)
        query = QueryDict(mutable=True)
        query.setlist("hide", wish.hide)
        listen = "1" if wish.listen else ""
        for name, value in (("topic", wish.topic), ("lang", wish.lang), ("listen", listen), ("order", wish.order)):
            query[name] = value
        query["before"] = before
        for key in [key for key in query if not query[key]]:
            del query[key]
        return f"?{query.urlencode()}"


def key_of(story, wish: Wish) -> str:
    """Return a story's place in the list."""
    number = story.length if wish.order == SHORT else round(story.first_published_at.timestamp() * SECOND)
    return f"{number}-{story.pk}"


def _read_key(text):
    number, _dash, pk = text.partition("-")
    if not (number.isascii() and number.isdecimal() and pk.isascii() and pk.isdecimal()):
        return None
    return (int(number), int(pk)) if len(number) < 18 and len(pk) < 18 else None


def chosen(stories, wish: Wish):
    """Narrow public stories to a wish, in its order."""
    if wish.topic:
        stories = stories.filter(tagged__tag__slug=wish.topic)
    if wish.hide:
        stories = stories.annotate(notes_text=Cast("notes", TextField()))
        for key in wish.hide:
            stories = stories.exclude(notes_text__contains=f'"{key}"')
    if wish.lang:
        stories = stories.alias(spoken=_spoken()).filter(spoken=wish.lang)
    if wish.listen:
        stories = stories.filter(sound__isnull=False)
    return _in_order(stories, wish)


def _in_order(stories, wish: Wish):
    stories = stories.select_related("locale")
    if wish.order == SHORT:
        if wish.before:
            length, pk = wish.before
            stories = stories.filter(Q(length__gt=length) | Q(length=length, pk__gt=pk))
        return stories.order_by("length", "pk")
    if wish.before:
        moment, pk = _moment(wish.before[0]), wish.before[1]
        stories = stories.filter(Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=pk))
    return stories.order_by("-first_published_at", "-pk")


def _moment(number: int) -> datetime.datetime:
    try:
        return datetime.datetime.fromtimestamp(number / SECOND, tz=datetime.UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.datetime.max.replace(tzinfo=datetime.UTC)


def _spoken():
    """Return the language of a story's words: its own, else that of the page."""
    return Coalesce(NullIf("language", Value("")), F("locale__language_code"))


def page_of(stories, request) -> dict:
    """Return one page of the list with everything its template shows."""
    wish = Wish.of(request.GET)
    found = list(chosen(stories, wish)[: PAGE + 1])
    shown = found[:PAGE]
    return {
        "cards": cards_of(shown, request),
        "wish": wish,
        "older_url": wish.address(before=key_of(shown[-1], wish)) if len(found) > PAGE else "",
        "newest_url": wish.address() if wish.before else "",
    }


def choices_of(stories, wish: Wish) -> dict:
    """Return what one may choose by: topics and languages that have public stories, notes to hide, read or listen."""
    topics, languages, has_sound = remembered(f"choices:{get_language()}", lambda: _known(stories))
    chosen_topic = next((name for name, slug in topics if slug == wish.topic), "")
    return {
        "topics": [(name, wish.address(topic=slug), slug == wish.topic) for name, slug in topics],
        "every_topic": wish.address(topic=""),
        "chosen_topic": chosen_topic,
        "hideable": [(note, note.key in wish.hide) for note in frame().notes.values()],
        "languages": [(code, written_name(code), code == wish.lang) for code in languages],
        "has_sound": has_sound,
        "ways_out": _ways_out(wish),
    }


def _known(stories) -> tuple[list, list, bool]:
    """Return (name, slug) of topics and the languages of public stories, and whether one can be heard.

    Each question ends at the first story that answers it.
    """
    through = Topic.stories.rel.related_model
    tagged = through.objects.filter(tag=OuterRef("pk"), content_object__in=stories.values("pk"))
    topics = list(Topic.objects.filter(Exists(tagged)).values_list("name", "slug"))
    written = set(stories.model._base_manager.order_by().values_list("language", flat=True).distinct())
    codes = {code or get_language() for code in written}
    languages = sorted(code for code in codes if chosen(stories, Wish(lang=code)).exists())
    return topics, languages if len(languages) > 1 else [], stories.filter(sound__isnull=False).exists()


def _ways_out(wish: Wish) -> dict[str, str]:
    """Return an address for each part of a wish that could be left out, where nothing fits the whole of it."""
    parts = {"topic": "", "hide": (), "lang": "", "listen": False}
    return {name: wish.address(**{name: empty}) for name, empty in parts.items() if getattr(wish, name)}
