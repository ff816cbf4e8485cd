"""Of the actions layer: an author changes what they sent, freely, as long as nobody has accepted it.

Next: stories/actions.py
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from home.concerns import words_of_concern
from workflows.review.errors import Frozen, Late, Stale
from workflows.safeguarding.frozen import is_frozen

from .enums import UNDECIDED, State
from .sent import seen_of
from .sharing import Sharing
from .submission import Submission

CHANGEABLE = frozenset({"headline", "words", "appear", "byline", "language"})


def rewrite_sent(*, case: UUID, shown: str, **answers) -> bool:
    """Keep an author's changes to what they sent. Returns whether there were any; no earlier text is kept.

    `shown` says what was on their screen (`sent.seen_of`). In order: the new words; the marks for words of concern;
    the moment, for safeguarding; an open question of ours counts as answered. Raises Stale for an old page, Late once
    it is decided or taken back, Frozen.
    """
    unknown = answers.keys() - CHANGEABLE
    if unknown:
        message = f"No such answers: {', '.join(sorted(unknown))}."
        raise TypeError(message)
    with transaction.atomic(durable=True):
        submission = lock_undecided(case)
        changed = {name: value for name, value in answers.items() if value != getattr(submission, name)}
        if not changed:
            return False
        if seen_of(submission) != shown:
            raise Stale
        for name, value in changed.items():
            setattr(submission, name, value)
        note_change(submission)
    return True


def lock_undecided(case: UUID) -> Submission:
    """Lock what was sent and not yet accepted. Raises Late and Frozen. Call inside a transaction."""
    submission = Submission.objects.select_for_update().filter(case=case, taken_back_at=None).first()
    if submission is None or submission.state not in UNDECIDED:
        raise Late
    if is_frozen(case):
        raise Frozen
    return submission


def note_change(submission: Submission) -> None:
    """Save what an author changed, with the moment. Who was asked something has answered: safeguarding is next."""
    found = words_of_concern(f"{submission.headline}\n{submission.words}")
    submission.marked = {**submission.marked, "words": found}
    submission.changed_at = timezone.now()
    if submission.state == State.ASKED:
        submission.state, submission.due_on, submission.warned = State.SENT, Sharing.load().answer_by(), False
    submission.save()
