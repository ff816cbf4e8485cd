"""What every page needs: help lines, menu, footer, content notes. Read once a language, then cached."""

import datetime
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from .helplines import HelpLine
from .lines import LAST_RESORT, Line
from .notices import to_come
from .pagecache.remembered import remembered
from .snippets import ContentNote

GROUPS = ("help", "part", "about")


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Alert:
    """A notice for every page, and when it is shown. `language` is that of its words."""

    text: str
    language: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime


@dataclass(frozen=True)
class Note:
    """One content note in words."""

    key: str
    text: str
    detail: str
    heavy: bool = False
    minds_numbers: bool = False  # numbers beside it may harm: readers are shown each


@dataclass(frozen=True)
class AboutLine:
    """A help line that belongs beside some stories: those of a topic, or those that mention something."""

    line: Line
    topics: frozenset[int]
    notes: frozenset[str]
    for_young: bool


@dataclass(frozen=True)
class Frame:
    """The frame of one language."""

    home_url: str = "/"
    lines: tuple[Line, ...] = LAST_RESORT
    box: tuple[Line, ...] = LAST_RESORT  # beside what young people read
    adults: tuple[Line, ...] = LAST_RESORT  # beside what volunteers and staff read
    about: tuple[AboutLine, ...] = ()  # beside what is about something
    menu: tuple[Link, ...] = ()
    footer: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)  # by key, in the order of their texts
    homes: dict[str, str] = field(default_factory=dict)  # language to first page, of the languages that have one
    alerts: tuple[Alert, ...] = ()  # those that are not over

    def lines_for(self, topics, notes) -> tuple[Line, ...]:
        """Return the lines beside a story: those everybody of 13 may use, then those about it, the youngest first."""
        topics, notes = set(topics), set(notes)
        about = [one for one in self.about if one.topics & topics or one.notes & notes]
        about.sort(key=lambda one: not one.for_young)
        return self.box + tuple(one.line for one in about if one.line not in self.box)

    def notes_of(self, keys) -> list[Note]:
        """Return the notes with these keys in words; a key nobody keeps any more is passed by."""
        return [self.notes[key] for key in keys if key in self.notes]

    @property
    def alerts_now(self) -> list[Alert]:
        """Return the notices to show at this moment."""
        now = timezone.now()
        return [alert for alert in self.alerts if alert.starts_at <= now < alert.ends_at]


def frame() -> Frame:
    """Return the frame of the language now spoken; no query while nothing that shows has changed."""
    language = get_language()
    return remembered(f"frame:{language}", lambda: _read(language))


def _read(language: str) -> Frame:
    lines = _lines(language)
    homes = _homes()
    home = homes.get(language) or homes.get(settings.LANGUAGE_CODE)
    if home is None:
        return Frame(**lines, notes=_notes(language), alerts=_alerts(language))
    pages = list(home.get_children().live().public().specific())
    footer = {group: _links(page for page in pages if getattr(page, "footer", "") == group) for group in GROUPS}
    return Frame(
        home_url=home.url or "/",
        **lines,
        menu=_links(page for page in pages if page.show_in_menus),
        footer=footer,
        notes=_notes(language),
        homes={code: page.url for code, page in homes.items() if page.url},
        alerts=_alerts(language),
    )


def _links(pages) -> tuple[Link, ...]:
    return tuple(Link(page.title, page.url) for page in pages)


def _homes() -> dict[str, Page]:
    """Return the live first page of each language that has one."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return {}
    homes = Page.objects.filter(translation_key=site.root_page.translation_key, live=True).select_related("locale")
    return {home.locale.language_code: home for home in homes}


def _lines(language: str) -> dict[str, tuple[Line, ...]]:
    """Return the lines for bar and boxes: of this language, else of the first one, else the last resort."""
    all_lines = HelpLine.objects.prefetch_related("topics")
    known = list(all_lines.filter(locale__language_code=language))
    if not any(line.shown_in_bar for line in known):
        known = list(all_lines.filter(locale=Locale.get_default()))
    in_bar = [line for line in known if line.shown_in_bar]
    if not in_bar:
        return {}
    return {
        "lines": tuple(line.as_line() for line in in_bar),
        "box": tuple(line.as_line() for line in in_bar if line.for_young),
        "adults": tuple(line.as_line() for line in known if line.for_volunteers),
        "about": tuple(_about(line) for line in known if line.notes or line.topics.all()),
    }


def _about(line: HelpLine) -> AboutLine:
    topics = frozenset(topic.pk for topic in line.topics.all())
    return AboutLine(line.as_line(), topics, frozenset(line.notes), line.for_young)


def _alerts(language: str) -> tuple[Alert, ...]:
    """Return the notices of this language, and in their place those of the first one where it has none."""
    own = to_come(language)
    spoken = language if own else settings.LANGUAGE_CODE
    return tuple(Alert(one.text, spoken, one.starts_at, one.ends_at) for one in own or to_come(settings.LANGUAGE_CODE))


def _notes(language: str) -> dict[str, Note]:
    """Return the content notes in this language, each in the first language where it has no translation yet."""
    first = {note.key: note for note in ContentNote.objects.filter(locale=Locale.get_default())}
    own = {note.key: note for note in ContentNote.objects.filter(locale__language_code=language)}
    found = sorted((first | own).values(), key=lambda note: note.text)
    return {note.key: Note(note.key, note.text, note.detail, note.heavy, note.minds_numbers) for note in found}
