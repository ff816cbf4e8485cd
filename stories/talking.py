"""Of the actions layer: author and staff stay in touch: a call, what was read, how it is with a page that is out."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.review.errors import Late
from workflows.review.rewriting import MORE_TIME

from .enums import State
from .submission import Message, Submission


def see_messages(*, case: UUID, of_author: bool) -> None:
    """Note that one side's messages were on the other side's screen. What is marked already keeps its time."""
    with transaction.atomic(durable=True):
        Message.objects.filter(submission=case, by_author=of_author, seen_at=None).update(seen_at=timezone.now())


def ask_for_a_call(*, case: UUID, number: str, times: str, message: str) -> Message:
    """Ask staff to call: the number lies with the other contact details, encrypted; a message says that it is there.

    The message carries no number: whoever looks at it gives a reason, which is logged. The same request twice is one.
    Raises Late while the author is still writing: nobody here can open a draft.
    """
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if submission.state == State.DRAFT:
            raise Late
        call = {"value": number, "times": times, "message": message}
        text = _("Please call me. You find my number where you see how to reach me.")
        last = submission.messages.last()
        if submission.contact.get("call") == call and last and last.by_author and last.text == text:
            return last
        submission.contact = {**submission.contact, "call": call}
        submission.save(update_fields=["contact"])
        return Message.objects.create(submission=submission, by_author=True, text=text)


def more_time_to_answer(*, case: UUID) -> datetime.date:
    """Move the day by which an open question is best answered, by thirty days. Returns it. Raises Late."""
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if submission.state != State.ASKED:
            raise Late
        submission.due_on = max(submission.due_on, timezone.localdate()) + MORE_TIME
        submission.save(update_fields=["due_on"])
    return submission.due_on


def settle(*, case: UUID) -> None:
    """Note that the author is fine with their page being out, so that we don't ask again."""
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        submission.settled_at = timezone.now()
        submission.save(update_fields=["settled_at"])
