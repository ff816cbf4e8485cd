"""The steps of sharing, in their order: which are done, and which comes next."""

from workflows.privacy.enums import AT_SENDING

from .adults import is_adult_known
from .attachments import Attachment
from .enums import Appear, Reach

BEFORE = 3  # screens before the first step that is kept: are you OK, what happens, how old are you
NUMBERS = {"words": 4, "name": 5, "contact": 6, "adult": 6, "consent": 7}
LAST = 7


def steps_of(submission) -> list[str]:
    """Return the names of this author's steps. Who is asked for an adult has one step more."""
    return [name for name in NUMBERS if name != "adult" or submission.asks_adult]


def is_done(submission, step: str) -> bool:
    """Tell whether everything a step needs has been answered."""
    return _DONE[step](submission)


def first_missing(submission) -> str | None:
    """Return the first step that still lacks an answer, or None when the story can be sent."""
    return next((step for step in steps_of(submission) if not is_done(submission, step)), None)


def step_after(submission, step: str) -> str | None:
    """Return the step that follows, or None after the last."""
    steps = steps_of(submission)
    following = steps[steps.index(step) + 1 :] if step in steps else []
    return following[0] if following else None


def has_content(submission) -> bool:
    """Tell whether an author has put anything in yet that others should not see."""
    typed = submission.headline or submission.words or submission.byline or submission.contact
    return bool(typed) or has_attachment(submission)


def has_attachment(submission) -> bool:
    """Tell whether a story is told by a picture or a recording as well, or instead."""
    return Attachment.objects.filter(case=submission.case).exists()


def asks_for_a_way(submission) -> bool:
    """Tell whether to ask, once, somebody who wrote words of concern and left no way to be reached."""
    marked = submission.marked
    return submission.reach == Reach.NONE and bool(marked.get("words")) and not marked.get("asked")


def _named(submission) -> bool:
    return submission.appear == Appear.ANONYMOUS or bool(submission.appear == Appear.CHOSEN and submission.byline)


def _reachable(submission) -> bool:
    return submission.reach == Reach.NONE or bool(submission.reach and submission.contact.get("value"))


_DONE = {
    "words": lambda submission: bool(submission.headline and (submission.words or has_attachment(submission))),
    "name": _named,
    "contact": _reachable,
    "adult": lambda submission: is_adult_known(submission.contact.get("adult", {})),
    "consent": lambda submission: set(submission.ticked) == {use.value for use in AT_SENDING},
}
