"""What became of suggestions, by kind, in numbers alone: the one place that counts them."""

from dataclasses import dataclass

from django.db.models import Count, Q

from .enums import MADE_BY_READERS, Answer, SuggestionKind
from .models import Suggestion

WAITING = "none"  # stands where an answer's name stands, for what is not answered yet


@dataclass(frozen=True)
class Answered:
    """How many suggestions of one kind there were, and what their authors did with them; the rest still wait."""

    kind: str
    made: int
    used: int
    own: int
    left_out: int
    kept: int


def counted_by_kind() -> dict[SuggestionKind, dict[str, int]]:
    """Return by kind how many suggestions were made ("made") and had each answer, by its name in small letters.

    Of all stories that are still kept, and only what an author was asked: what somebody noted to learn by is none of
    it. One query.
    """
    answers = {answer.name.lower(): Count("pk", filter=Q(answer=answer)) for answer in Answer}
    answers[WAITING] = Count("pk", filter=Q(answer=""))
    found = Suggestion.objects.real().order_by().values("kind").annotate(made=Count("pk"), **answers)
    rows = {row.pop("kind"): row for row in found}
    return {kind: rows[kind] for kind in SuggestionKind if kind in rows}


def answered() -> list[Answered]:
    """Return the outcome of each kind that readers may choose. One query."""
    rows = counted_by_kind()
    return [
        Answered(kind.label, row["made"], row["use"], row["own"], row["leave_out"], row["keep"])
        for kind, row in ((kind, rows[kind]) for kind in MADE_BY_READERS if kind in rows)
    ]
