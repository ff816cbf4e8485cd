"""Of the actions layer: at their own step an author leaves a picture or a recording out, or gives another one.

What is new goes the way of own words: safeguarding sees or hears it first, one champion confirms, the author says yes.
"""

from uuid import UUID

from django.db import transaction

from workflows.review.cases import draft_of, lock_step, page_of, step_of
from workflows.review.early import note_changes
from workflows.review.enums import FILES
from workflows.review.errors import Late
from workflows.review.models import AuthorSealTask, Suggestion

from .attached import PICTURE, SOUND
from .attachments import Attachment
from .enums import AttachedKind
from .files import Cleaned
from .submission import Submission

COLUMNS = {AttachedKind.PICTURE: PICTURE, AttachedKind.SOUND: SOUND}


def swap(*, case: UUID, kind: AttachedKind, cleaned: Cleaned | None, text: str = "") -> None:
    """Take another file, or other words for the picture there is; the page is as it was until both were read.

    Raises Late outside the author's step and where there is no file at all, Frozen.
    """
    with transaction.atomic(durable=True):
        step = _locked(case)
        if cleaned:
            attachment = Attachment.objects.create(case=case, kind=kind, waiting=False, **vars(cleaned))
        else:
            attachment = Attachment.objects.latest(case, kind=kind)
        if attachment is None:
            raise Late
        own = f"{attachment.sha256}\n{text}".strip() if kind == AttachedKind.PICTURE else attachment.sha256
        note_changes(step=step, draft=draft_of(step.page), changed={COLUMNS[kind]: own})
        forget_unneeded(case)


def leave_out(*, case: UUID, kind: AttachedKind) -> None:
    """Take a file off the page at once; until the page is out it can be put back. Raises as `swap`."""
    with transaction.atomic(durable=True):
        step = _locked(case)
        note_changes(step=step, draft=draft_of(step.page), changed={COLUMNS[kind]: ""})
        forget_unneeded(case)


def put_back(*, case: UUID, kind: AttachedKind) -> None:
    """Put back what stood on the page when it came to its author. Raises as `swap`, and Late when nothing changed."""
    with transaction.atomic(durable=True):
        step = _locked(case)
        rows = rows_about(step, kind)
        if not rows:
            raise Late
        note_changes(step=step, draft=draft_of(step.page), changed={COLUMNS[kind]: rows[0].before})
        forget_unneeded(case)


def rows_about(step, kind: AttachedKind) -> list[Suggestion]:
    """Return what was done with a file in this round, the oldest first."""
    return list(Suggestion.objects.of_round(step).filter(paragraph=COLUMNS[kind]))


def forget_unneeded(case: UUID) -> None:
    """Erase the files that neither the page nor its draft shows, and that its author can't put back any more.

    Called inside the transaction that changes what is needed: a swap, a round that ends, a page that is out.
    """
    page = page_of(case)
    needed = set()
    if page:
        step = step_of(case)
        rows = Suggestion.objects.of_round(step).filter(paragraph__in=FILES) if step else ()
        texts = [*page.attached_texts().values(), *draft_of(page).attached_texts().values()]
        texts += [text for row in rows for text in (row.before, "" if row.turned_down else row.own_words)]
        needed = {text.partition("\n")[0] for text in texts}
    for attachment in Attachment.objects.kept().filter(case=case, waiting=False).exclude(sha256__in=needed):
        attachment.empty()


def _locked(case: UUID):
    Submission.objects.select_for_update().filter(case=case).first()
    return lock_step(case, AuthorSealTask)
