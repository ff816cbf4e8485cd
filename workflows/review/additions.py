"""What an editor puts beside the words, the author is asked about like about a suggestion. Part of the actions.

A sealable page names its additions in `additions()`, and changes them in `put_addition(name, text)`.
"""

from .cases import draft_of
from .enums import Answer, SuggestionKind
from .models import StepState, Suggestion


def propose_additions(*, step: StepState) -> None:
    """Ask the author about each thing that stands beside the words and was not answered in this round.

    Called inside the transaction that brings the page to its author. What was taken off meanwhile is asked no more;
    what the author took out and is there again is asked again.
    """
    additions = draft_of(step.page).additions()
    rows = Suggestion.objects.of_round(step).filter(kind=SuggestionKind.ADDED, turned_down=False)
    known = {(row.paragraph, row.after): row for row in rows}
    drop_absent(additions, rows)
    for name, text in additions:
        row = known.get((name, text))
        if row is None and not _is_own(rows, name, text):
            Suggestion.objects.create(
                case=step.page.case, paragraph=name, kind=SuggestionKind.ADDED, after=text, made_by=None
            )
        elif row and row.answer == Answer.KEEP:
            row.answer, row.answered_at = "", None
            row.save()


def drop_absent(additions: list[tuple[str, str]], rows) -> None:
    """Ask no more about what is not there any more."""
    names = {name for name, _text in additions}
    for row in rows:
        if row.kind == SuggestionKind.ADDED and not row.answer and row.paragraph not in names:
            row.delete()


def are_additions_answered(draft) -> bool:
    """Tell whether the author said yes to each thing beside the words, or said it their own way and it was read."""
    rows = list(Suggestion.objects.filter(case=draft.case, kind__in=[SuggestionKind.ADDED, SuggestionKind.MUST]))
    return all(
        any(row.paragraph == name and row.answer == Answer.USE and row.after == text for row in rows)
        or _is_own(rows, name, text)
        for name, text in draft.additions()
    )


def _is_own(rows, name: str, text: str) -> bool:
    own = [row for row in rows if row.paragraph == name and row.answer == Answer.OWN and row.confirmed_at]
    return any(row.own_words == text for row in own)
