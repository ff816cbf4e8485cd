"""What a story is about, for those who read it before the world does: topics and content notes, never a word."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from home.frame import Note, frame

from .display import minutes_to_read, notes_of
from .models import StoryPage


@dataclass(frozen=True)
class Subjects:
    """What is said before the words. `minutes` is 0 where the words were not looked at."""

    topics: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    minutes: int = 0

    @property
    def is_heavy(self) -> bool:
        """Tell whether one of its notes is about something that stays with who reads it."""
        return any(note.heavy for note in self.notes)


def subjects_of(cases) -> dict[UUID, Subjects]:
    """Return what each case is about, as safeguarding said when they accepted it; one query for all."""
    topics, keys = defaultdict(dict), {}
    pages = StoryPage.objects.filter(translation_key__in=cases).order_by("tagged__tag__name")
    for case, noted, topic in pages.values_list("translation_key", "notes", "tagged__tag__name"):
        keys[case] = noted
        topics[case] |= {topic: None} if topic else {}
    here = frame()
    return {case: Subjects(tuple(topics[case]), tuple(here.notes_of(noted))) for case, noted in keys.items()}


def subjects_of_draft(draft) -> Subjects:
    """Return what a draft is about, as it stands."""
    return Subjects(
        topics=tuple(sorted(topic.name for topic in draft.tags.all())),
        notes=tuple(notes_of(draft)),
        minutes=minutes_to_read(text for _key, text in draft.paragraphs),
    )
