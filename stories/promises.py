"""The promises to an author: staff hear before one breaks, the author hears the truth after. Part of the actions."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.review.promises import WARNING, alert, keep_promise, one_by_one
from workflows.safeguarding.models import Concern

from .enums import State
from .letters import write_to_author
from .sharing import Sharing
from .submission import Submission

warn = partial(alert, Role.SAFEGUARDING)


def watch_submissions() -> None:
    """Warn safeguarding once, a day before an answer is due; tell the author the truth, and a new date, after it.

    A question that waits for its author is no promise of ours.
    """
    ours = Submission.objects.waiting().filter(state=State.SENT, due_on__lte=timezone.localdate() + WARNING)
    one_by_one(ours.values_list("case", flat=True), _watch_submission)


def watch_pauses() -> None:
    """The same for news of a story that is paused."""
    paused = Concern.objects.open().filter(due_on__lte=timezone.localdate() + WARNING)
    one_by_one(paused.values_list("pk", flat=True), _watch_pause)


def promise_news(case: UUID) -> None:
    """Promise the author news of a case that was paused just now."""
    Concern.objects.open().filter(case=case, due_on=None).update(due_on=Sharing.load().answer_by())


@transaction.atomic(durable=True)
def _watch_submission(case: UUID) -> None:
    submission = Submission.objects.select_for_update().get(case=case)
    if keep_promise(submission, anew=Sharing.load().answer_by(), warn=warn):
        write_to_author(submission, LetterKind.PROMISE_MOVED)


@transaction.atomic(durable=True)
def _watch_pause(pk: UUID) -> None:
    concern = Concern.objects.select_for_update().get(pk=pk)
    submission = Submission.objects.filter(case=concern.case).first()
    if keep_promise(concern, anew=Sharing.load().answer_by(), warn=warn) and submission:
        write_to_author(submission, LetterKind.PROMISE_MOVED)
