"""What a story may be about: every topic and content note under one kind of name, to choose among."""

from .frame import frame
from .snippets import Topic


def topic_key(topic: Topic) -> str:
    """Return the name under which a reader chooses a topic."""
    return f"topic:{topic.pk}"


def note_key(key: str) -> str:
    """Return the name under which a reader chooses a content note."""
    return f"note:{key}"


def subject_choices() -> list[tuple[str, str]]:
    """Return (name, text) of every topic and content note, in the language now spoken."""
    topics = [(topic_key(topic), topic.name) for topic in Topic.objects.all()]
    return topics + [(note_key(key), note.text) for key, note in frame().notes.items()]
