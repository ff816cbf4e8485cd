"""The author at their own pace: more time, their own changes before the yes, a new round after publication."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from workflows.safeguarding.frozen import is_frozen

from .answering import record_answers
from .cases import draft_of, lock_review, lock_step, page_of, step_of
from .early import note_changes
from .enums import BYLINE, HEADLINE, Answer, PleaEnd, SuggestionKind
from .errors import Frozen, Late, Refused, Stale
from .models import AuthorSealTask, ChampionReviewTask, Plea, PrepareTask, StepState, Suggestion
from .signals import round_ended

MORE_TIME = datetime.timedelta(days=30)


def need_more_time(*, case: UUID) -> datetime.date:
    """Move the author's own date by thirty days from today or from the date it has. Returns the new date.

    As often as they like; nothing is lost and nobody is told. Raises Late and Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        step.due_on = max(step.due_on, timezone.localdate()) + MORE_TIME
        step.save(update_fields=["due_on"])
    return step.due_on


def own_words_of(page) -> dict[str, str]:
    """Return an author's words by part as they last wrote them: the draft, and what waits to be read."""
    draft, step = draft_of(page), step_of(page.case)
    words = {HEADLINE: draft.headline, BYLINE: draft.byline, **dict(draft.paragraphs)}
    rows = Suggestion.objects.of_round(step).filter(turned_down=False) if step else Suggestion.objects.none()
    left_out = rows.filter(kind=SuggestionKind.AUTHOR, answer=Answer.LEAVE_OUT)  # it may wait for the readers
    waiting = [*left_out, *rows.pending()]
    return words | {row.paragraph: row.own_words for row in waiting if row.paragraph in words}


def change_words(*, case: UUID, digest: str, words: dict[str, str]) -> int:
    """Take an author's own changes, by part, on the same path as own words in an answer. Returns how many changed.

    `digest` is that of the words shown. Safeguarding reads each changed part before it enters the draft, one champion
    confirms it; an emptied part is left out at once. What a suggestion was made for becomes the answer to it; before
    the page is with its author, `early.py` keeps both apart. Raises Stale for an old page or an unknown part, Refused
    for an empty title or one too long, Late after the yes, and Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, ChampionReviewTask, PrepareTask, AuthorSealTask)
        page = page_of(case)
        draft, now = draft_of(page), own_words_of(page)
        if draft.words_digest() != digest or not words.keys() <= now.keys():
            raise Stale
        changed = {part: text for part, text in words.items() if text != now[part]}
        if changed.get(HEADLINE) == "":
            raise Refused(_("Your page needs a title. Please write one."))
        if isinstance(step.task.specific, AuthorSealTask):
            _answer_with(step, draft, changed)
        else:
            note_changes(step=step, draft=draft, changed=changed)
    return len(changed)


def begin_change(*, case: UUID, stays_up: bool) -> StepState:
    """Begin a new round with the author for a page that is out; the old text stays up meanwhile, or goes down.

    Under the lock: a review that stands at the author's step, the readers' and the editor's steps of the first round
    counting as done; then, if wished, the page is taken down and its address answers 410. Its seal stays, so that it
    can come back as it was. Raises Late when the page is not out or is being changed already, and Frozen.
    """
    with transaction.atomic(durable=True):
        page = page_of(case)
        if page is None:
            raise Late
        page = type(page).objects.select_for_update().get(pk=page.pk)
        if not page.live or step_of(case):
            raise Late
        if is_frozen(case):
            raise Frozen
        step = _at_the_authors_step(page)
        if not stays_up:
            page.unpublish(user=None)
    return step


def keep_as_it_was(*, case: UUID) -> None:
    """End a new round without a change: its draft goes, and a page that went down is up again under its old yes.

    What readers said of words that can't be published stays said. Raises Late in a first round, and Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        page = page_of(case)
        if not page.sealed_with:
            raise Late
        Plea.objects.of_round(step).end(PleaEnd.ANSWERED)
        Suggestion.objects.of_round(step).exclude(kind=SuggestionKind.MUST).delete()
        step.status, step.finished_at = TaskState.STATUS_CANCELLED, timezone.now()
        step.save()
        WorkflowState.objects.get(pk=step.workflow_state_id).cancel(user=None)
        revision = page.save_revision()
        if not page.live:
            revision.publish(skip_permission_checks=True)
        round_ended.send(sender=type(page), case=case)


def _answer_with(step: StepState, draft, changed: dict[str, str]) -> None:
    rows = {part: _row_for(step, part, draft) for part in changed}
    answers = {row.pk: _answer_of(row, changed[part]) for part, row in rows.items()}
    record_answers(step=step, draft=draft, answers=answers)


def _row_for(step: StepState, part: str, draft) -> Suggestion:
    """Return the suggestion a change of this part answers, first a MUST; or one of the author's own."""
    rows = [row for row in Suggestion.objects.of_round(step).filter(turned_down=False) if row.paragraph == part]
    rows.sort(key=lambda row: (row.kind != SuggestionKind.MUST, row.answer not in (Answer.OWN, Answer.USE)))
    if rows:
        return rows[0]
    before = {HEADLINE: draft.headline, BYLINE: draft.byline, **dict(draft.paragraphs)}[part]
    case = step.page.case
    return Suggestion.objects.create(case=case, paragraph=part, before=before, kind=SuggestionKind.AUTHOR)


def _answer_of(row: Suggestion, text: str) -> tuple[Answer, str]:
    if text == row.before and row.kind != SuggestionKind.MUST:
        return Answer.KEEP, ""
    return (Answer.OWN, text) if text else (Answer.LEAVE_OUT, "")


def _at_the_authors_step(page) -> StepState:
    """Start a review at its author's step; the steps before it are skipped, for the words were read before."""
    lock_review(page)
    state = WorkflowState(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=page.get_workflow(),
    )
    state.save()
    seal_task = AuthorSealTask.objects.get(workflow_tasks__workflow=state.workflow)
    for task in state.workflow.tasks:
        if task.pk == seal_task.pk:
            break
        StepState.objects.create(
            workflow_state=state,
            task=task,
            revision=page.get_latest_revision(),
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )
    state.update(user=None, next_task=seal_task)
    return step_of(page.case)
