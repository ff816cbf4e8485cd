"""Of the actions layer: an author's yes and no to each use of their story, and asking for as long as it holds."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.privacy.actions import end_consent, give_consent, renew_consent
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent, ConsentWording
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.safeguarding.frozen import is_frozen

from .enums import State
from .sharing import Sharing
from .submission import Submission


def say_yes(*, case: UUID, use: Use, wording: int) -> Consent:
    """Record a yes to one use, with the wording (its id) that was on the screen; it holds at once.

    A yes to publishing gets its last day, and what stands under its seal is out again. Raises Stale for a wording
    that is not the newest of its language, Late before sending and after taking back, Frozen.
    """
    with transaction.atomic(durable=True):
        submission = _locked(case)
        return give_consent(case=case, use=use, wording=shown_wording(use, wording), ends_on=_last_day(submission, use))


def say_no(*, case: UUID, use: Use) -> None:
    """End the yes to one use, at once, also while the story is paused. Nothing is lost but what that use showed.

    Without a yes to publishing the page answers as gone; it can be given again until the story is erased. Raises
    Refused for the yes to keeping health information: ending that is taking the story back.
    """
    if use == Use.HEALTH:
        raise Refused(_("Without this we may not keep your story. To end it, take your story back."))
    with transaction.atomic(durable=True):
        Submission.objects.select_for_update().filter(case=case).first()
        end_consent(case=case, use=use)


def renew(*, case: UUID, wording: int) -> Consent:
    """Record a new yes to publishing, with the wording (its id) now shown, for as long again. Raises as `say_yes`."""
    with transaction.atomic(durable=True):
        submission = _locked(case)
        shown = shown_wording(Use.PUBLISH, wording)
        return renew_consent(case=case, use=Use.PUBLISH, wording=shown, ends_on=_last_day(submission, Use.PUBLISH))


def shown_wording(use: Use, wording: int) -> ConsentWording:
    """Return the wording with this id. Raises Stale when it is not the newest approved one of that use any more."""
    shown = ConsentWording.objects.filter(pk=wording, use=use).first()
    if shown is None or ConsentWording.objects.current(shown.language).get(use) != shown:
        raise Stale
    return shown


def _locked(case: UUID) -> Submission:
    submission = Submission.objects.select_for_update().filter(case=case, taken_back_at=None).first()
    if submission is None or submission.state == State.DRAFT:
        raise Late
    if is_frozen(case):
        raise Frozen
    return submission


def _last_day(submission: Submission, use: Use) -> datetime.date | None:
    """Only a yes to publishing runs out; the others end with it."""
    return Sharing.load().yes_until(submission.band) if use == Use.PUBLISH else None
