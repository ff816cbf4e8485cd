"""What became of readers' suggestions, by kind, in numbers alone."""

from dataclasses import dataclass

from django.db.models import Count, Q

from .enums import MADE_BY_READERS, Answer, SuggestionKind
from .models import Suggestion


@dataclass(frozen=True)
class Answered:
    """How many suggestions of one kind there were, and what their authors did with them; the rest still wait."""

    kind: str
    made: int
    used: int
    own: int
    left_out: int
    kept: int


def answered() -> list[Answered]:
    """Return the outcome of each kind that readers may choose, of all stories that are still kept. One query."""
    answers = {"used": Answer.USE, "own": Answer.OWN, "left_out": Answer.LEAVE_OUT, "kept": Answer.KEEP}
    counts = {name: Count("pk", filter=Q(answer=answer)) for name, answer in answers.items()}
    asked = Suggestion.objects.real().filter(kind__in=MADE_BY_READERS).order_by()
    rows = {row.pop("kind"): row for row in asked.values("kind").annotate(made=Count("pk"), **counts)}
    return [Answered(SuggestionKind(kind).label, **rows[kind]) for kind in MADE_BY_READERS if kind in rows]
