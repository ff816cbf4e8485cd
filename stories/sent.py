"""What was sent, part by part, each with a mark: who decides on it says by the marks what they have read."""

import hashlib

from .attachments import Attachment
from .enums import Appear
from .submission import Submission

SIGNS = 32  # of a mark; hexadecimal, so 128 bits
BETWEEN = " "


def marks_of(submission: Submission) -> list[str]:
    """Return the mark of each thing that safeguarding reads: title, name, paragraphs, and what stands beside them."""
    words = [_mark("words", text) for text in paragraphs_of(submission)]
    beside = [mark_beside(one) for one in Attachment.objects.filter(case=submission.case)]
    return [_mark("headline", submission.headline), _mark("byline", _name(submission)), *words, *beside]


def seen_of(submission: Submission) -> str:
    """Return all marks as one line, which a form carries to say what was on the screen."""
    return BETWEEN.join(marks_of(submission))


def paragraphs_of(submission: Submission) -> list[str]:
    """Return the paragraphs as safeguarding reads them."""
    return submission.words.split("\n\n") if submission.words else []


def what_changed(submission: Submission, seen: str) -> set[str]:
    """Return the marks of what is new or other than it was when `seen` was on the screen."""
    return set(marks_of(submission)) - set(seen.split(BETWEEN))


def parts_with_news(submission: Submission, seen: str) -> dict:
    """Return, for a page that shows what changed, which of its parts are new; or that something only went."""
    news = what_changed(submission, seen)
    gone = set(seen.split(BETWEEN)) - set(marks_of(submission))
    return {
        "new_headline": _mark("headline", submission.headline) in news,
        "new_byline": _mark("byline", _name(submission)) in news,
        "new_parts": [text for text in paragraphs_of(submission) if _mark("words", text) in news],
        "new_beside": [one.pk for one in Attachment.objects.filter(case=submission.case) if mark_beside(one) in news],
        "only_less": bool(gone) and not news,
    }


def mark_beside(attachment: Attachment) -> str:
    """Return the mark of a picture or recording with what is said of it; it changes with either."""
    return _mark(attachment.kind, attachment.sha256, attachment.text, str(attachment.in_words))


def _name(submission: Submission) -> str:
    return submission.byline if submission.appear == Appear.CHOSEN else ""


def _mark(*values: str) -> str:
    return hashlib.sha256("\0".join(values).encode()).hexdigest()[:SIGNS]
