"""The promised answer to what was sent: safeguarding hears before it breaks, the author after. Part of the actions."""

from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.review.promises import WARNING, alert

from .letters import write_to_author
from .sharing import Sharing
from .submission import Submission


def watch_submissions() -> None:
    """Warn safeguarding once, a day before an answer is due; tell the author the truth, and a new date, after it."""
    today = timezone.localdate()
    for case in Submission.objects.waiting().filter(due_on__lte=today + WARNING).values_list("case", flat=True):
        with transaction.atomic():
            submission = Submission.objects.select_for_update().get(case=case)
            if submission.due_on < today:
                submission.due_on, submission.warned = Sharing.load().answer_by(today), False
                write_to_author(submission, LetterKind.PROMISE_MOVED)
            elif not submission.warned:
                submission.warned = True
                alert(Role.SAFEGUARDING)
            submission.save(update_fields=["due_on", "warned"])
