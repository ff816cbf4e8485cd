"""The few fixed choices of a review."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# These stand where a paragraph's id stands, when a suggestion is not about a paragraph.
HEADLINE = "headline"
BYLINE = "byline"
ADDED = "added:"  # the beginning of what stands for a thing an editor put beside the words

FILES = ("author_picture", "sound")  # what an author attached: a picture, a recording


class ReadingState(models.TextChoices):
    OFFERED = "offered", _("offered")
    OPEN = "open", _("open")
    DONE = "done", _("done")
    HANDED_BACK = "handed-back", _("handed back")
    STEPPED_AWAY = "stepped-away", _("stepped away")
    NOT_NEEDED = "not-needed", _("no longer needed")
    LAPSED = "lapsed", _("passed on")


class Outcome(models.TextChoices):
    """What became of a story, for those who read it."""

    PUBLISHED = "published", _("It was published")
    ENDED = "ended", _("The author chose not to go on")


HELD = (ReadingState.OFFERED, ReadingState.OPEN)
GIVEN_BACK = (ReadingState.HANDED_BACK, ReadingState.STEPPED_AWAY)


class Verdict(models.TextChoices):
    FINE = "fine", _("Fine as it is")
    FINE_WITH_SUGGESTIONS = "suggestions", _("Fine, with my suggestions")
    NOT_NOW = "not-now", _("Not now")


YES = (Verdict.FINE, Verdict.FINE_WITH_SUGGESTIONS)


class Question(models.TextChoices):
    """The four questions of the policy, in the order they are asked."""

    READERS = "readers", _("Safe for readers")
    WRITER = "writer", _("Safe for the writer and others")
    TRUE = "true", _("True to the writer")
    PLACE = "place", _("In the right place")


class SuggestionKind(models.TextChoices):
    SUGGESTION = "suggestion", _("A suggestion")
    SPELLING = "spelling", _("Spelling only")
    MUST = "must", _("We can’t publish this part as it is")
    ADDED = "added", _("Put beside the words by an editor")
    AUTHOR = "author", _("Changed by the author")


MADE_BY_READERS = (SuggestionKind.SUGGESTION, SuggestionKind.SPELLING, SuggestionKind.MUST)


class PleaEnd(models.TextChoices):
    """How an author's wish to keep a part ended."""

    STAYS = "stays", _("It can stay")
    TALKED = "talked", _("A person talked with the author")
    ANSWERED = "answered", _("The author chose another answer")


class Answer(models.TextChoices):
    USE = "use", _("Use the suggestion")
    KEEP = "keep", _("Keep my words")
    OWN = "own", _("Say it another way")
    LEAVE_OUT = "leave-out", _("Leave this part out")
