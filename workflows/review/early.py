"""An author's own changes while others still have the page: kept at once, in the draft once nobody votes on it.

A vote covers the words read, so what champions have before them stays as it is until they are done. Part of the
review's actions.
"""

from django.utils import timezone

from .answering import SECOND_LOOK, write_answer
from .cases import draft_of
from .drafting import lay, refuse_long, undo
from .enums import BYLINE, FILES, HEADLINE, Answer, SuggestionKind
from .models import ChampionReviewTask, StepState, Suggestion


def note_changes(*, step: StepState, draft, changed: dict[str, str]) -> None:
    """Take own changes, by part, at a step before the author's, inside the transaction that holds the step.

    Each is a row of the author's own, beside whatever was suggested: that is shown and answered when the page comes.
    With champions reading nothing enters the draft; later, an emptied part is left out at once, and other words go in
    once safeguarding has read them.
    """
    before, is_being_read = draft.digest(), isinstance(step.task.specific, ChampionReviewTask)
    for part, text in changed.items():
        refuse_long(draft, part, text)
        row = _own_row(step, part) or Suggestion(
            case=step.page.case, paragraph=part, before=_parts(draft)[part], kind=SuggestionKind.AUTHOR
        )
        if not is_being_read:
            undo(draft, row)
        write_answer(draft, row, *_answer_of(row, text))
        if is_being_read:
            row.due_on = None  # promised once the readers are done
            row.save()
        else:
            lay(draft, row)
    if draft.digest() != before:
        draft.save_revision()


def lay_what_waited(*, step: StepState) -> None:
    """Bring what an author changed meanwhile on its way: nobody votes on the words any more.

    What they left out is out; their new words are read from today on, within the days promised for it.
    """
    draft = draft_of(step.page)
    now, before = _parts(draft), draft.digest()
    for row in Suggestion.objects.of_round(step).filter(kind=SuggestionKind.AUTHOR, turned_down=False):
        if row.answer == Answer.LEAVE_OUT and now.get(row.paragraph) == row.before:
            lay(draft, row)
        elif row.answer == Answer.OWN and row.checked_at is None:
            row.due_on, row.warned = timezone.localdate() + SECOND_LOOK, False
            row.save()
    if draft.digest() != before:
        draft.save_revision()


def _own_row(step: StepState, part: str) -> Suggestion | None:
    """Return the author's own row for a part. What can't be published of a file is answered by another file alone."""
    kinds = [SuggestionKind.AUTHOR, SuggestionKind.MUST] if part in FILES else [SuggestionKind.AUTHOR]
    return Suggestion.objects.of_round(step).filter(kind__in=kinds, paragraph=part, turned_down=False).first()


def _parts(draft) -> dict[str, str]:
    return {HEADLINE: draft.headline, BYLINE: draft.byline, **dict(draft.paragraphs), **draft.attached_texts()}


def _answer_of(row: Suggestion, text: str) -> tuple[Answer, str]:
    if text == row.before:
        return Answer.KEEP, ""
    return (Answer.OWN, text) if text else (Answer.LEAVE_OUT, "")
