"""Of the actions layer: a yes that runs out, and erasing what was kept as long as it may be. `tick` calls both."""

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import DateField, DateTimeField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from workflows.privacy.actions import end_consent, erase
from workflows.privacy.enums import LATER, LetterKind, Use
from workflows.privacy.models import Consent
from workflows.safeguarding.actions import forget_old_texts
from workflows.safeguarding.frozen import frozen_cases

from .enums import UNDECIDED, Kept, State
from .letters import write_to_author
from .retention import Retention
from .sharing import Sharing
from .submission import Message, Submission

STATES = tuple(state for state in Kept if state != Kept.CONCERN)  # in which a whole case is kept, and then erased
SENT = (*UNDECIDED, State.ACCEPTED)


def ask_again() -> int:
    """Write once to each author whose yes to publishing ends soon. Returns how many were asked."""
    by = timezone.localdate() + datetime.timedelta(days=Sharing.load().consent_reminder_days)
    ending = Consent.objects.standing().filter(use=Use.PUBLISH, asked_again=False, ends_on__lte=by)
    return sum(_ask(pk) for pk in list(ending.values_list("pk", flat=True)))


def _ask(pk: int) -> bool:
    with transaction.atomic(durable=True):
        consent = Consent.objects.standing().select_for_update().filter(pk=pk, asked_again=False).first()
        submission = Submission.objects.filter(case=consent.case).first() if consent else None
        if consent is None:
            return False
        consent.asked_again = True
        consent.save(update_fields=["asked_again"])
        if submission:
            write_to_author(submission, LetterKind.CONSENT_ENDING)
        return submission is not None


def end_what_ran_out() -> int:
    """End each yes to publishing whose last day is over, and with it every later use: silence is never a yes.

    Since that day it has not counted; here those who listen hear of it, and its author by letter, once. Returns how
    many ended.
    """
    cases = list(Consent.objects.run_out().filter(use=Use.PUBLISH).values_list("case", flat=True))
    return sum(_end(case) for case in cases)


def _end(case: UUID) -> bool:
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().filter(case=case).first()
        if not Consent.objects.run_out().filter(case=case, use=Use.PUBLISH).exists():
            return False  # its author has just said yes again
        for use in (Use.PUBLISH, *LATER):
            end_consent(case=case, use=use)
        if submission:
            write_to_author(submission, LetterKind.CONSENT_ENDED)
        return True


def kept_until(case: UUID, state: Kept) -> datetime.date | None:
    """Return the last day on which a case is kept in a state, or None where it does not stand there."""
    since = _SINCE[state]().filter(case=case).values_list("since", flat=True).first()
    if since is None or state == Kept.DRAFT:
        return since
    return since + datetime.timedelta(days=Retention.objects.days(state))


def overdue(state: Kept, days: int | None = None) -> QuerySet:
    """Return what has been kept in a state for longer than it may be, or than so many days, and is not frozen."""
    found = _SINCE[state]().filter(taken_back_at=None).exclude(case__in=frozen_cases())
    if state == Kept.DRAFT:  # its last day was told to its author when it was saved
        return found.filter(since__lt=timezone.localdate())
    return found.filter(since__lt=_day_before(state, days))


def erase_expired(*, dry_run: bool = False) -> dict[Kept, int]:
    """Erase what has been kept long enough, each case in a transaction of its own. Returns how many of each state.

    A page that was public leaves its address as gone. Of worries closed long ago only the words go. A dry run counts
    and changes nothing.
    """
    if dry_run:
        return {state: how_many_go(state) for state in Kept}
    gone = {
        state: sum(_erase(state, case) for case in list(overdue(state).values_list("case", flat=True)))
        for state in STATES
    }
    return gone | {Kept.CONCERN: forget_old_texts(before=_day_before(Kept.CONCERN))}


def how_many_go(state: Kept, days: int | None = None) -> int:
    """Return how many would be erased now, if a state were kept as long as it is, or so many days."""
    if state == Kept.CONCERN:
        return forget_old_texts(before=_day_before(state, days), dry_run=True)
    return overdue(state, days).count()


def _day_before(state: Kept, days: int | None = None) -> datetime.date:
    """Return the day before which something must have come to this state to be erased now."""
    days = Retention.objects.days(state) if days is None else days
    return timezone.localdate() - datetime.timedelta(days=days)


def _erase(state: Kept, case: UUID) -> bool:
    """Look again under the lock: its author may have come back this very moment."""
    with transaction.atomic(durable=True):
        still = overdue(state).select_for_update().filter(case=case).first() is not None
        if still:
            erase(case=case)
    return still


def _drafts() -> QuerySet:
    return Submission.objects.filter(state=State.DRAFT).annotate(since=F("expires_on"))


def _asked() -> QuerySet:
    questions = Message.objects.filter(submission=OuterRef("pk"), by_author=False).order_by("-at")
    last = Subquery(questions.values("at")[:1], output_field=DateTimeField())
    return Submission.objects.filter(state=State.ASKED).annotate(since=TruncDate(last))


def _declined() -> QuerySet:
    return Submission.objects.filter(state=State.DECLINED).annotate(since=TruncDate(Coalesce("declined_at", "sent_at")))


def _ended() -> QuerySet:
    """Return stories whose yes to publishing stands no more, with its last day."""
    given = Consent.objects.filter(case=OuterRef("case"), use=Use.PUBLISH)
    last = given.order_by("-given_at").annotate(
        day=Coalesce(TruncDate("ended_at"), "ends_on", output_field=DateField())
    )
    standing = Consent.objects.standing().filter(use=Use.PUBLISH).values("case")
    sent = Submission.objects.filter(state__in=SENT).exclude(case__in=standing)
    return sent.annotate(since=Subquery(last.values("day")[:1]))


_SINCE = {Kept.DRAFT: _drafts, Kept.ASKED: _asked, Kept.DECLINED: _declined, Kept.ENDED: _ended}
