"""What stands around the words of a story: note, thread, help for what it is about, and where to go next."""

from home.frame import frame
from workflows.review.thread import tells_details, thread_of

from .display import language_of, minutes_to_read, notes_of, teaser_of, topics_of
from .related import hopeful_after, related_to, shelf


def around(story, others) -> dict:
    """Return what a story's template needs beside the page itself; `others` are the public stories of its language."""
    texts = [text for _key, text in story.paragraphs if text]
    topics, known = topics_of([story])[story.pk], shelf(others)
    return {
        "words": texts,
        "minutes": minutes_to_read(texts),
        "byline": story.byline,
        "published": story.first_published_at,
        "teaser": teaser_of(story),
        "topics": topics,
        "content_notes": notes_of(story),
        "thread": thread_of(story, details=tells_details(story)),
        "language": language_of(story),
        "lines": frame().lines_for((topic.pk for topic in topics), story.notes),
        "related": related_to(story.case, topics, known),
        "hopeful": hopeful_after(story.case, known),
    }
