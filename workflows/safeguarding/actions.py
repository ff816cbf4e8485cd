"""Freezing and unfreezing a case."""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import CaseKey

from .enums import RaisedBy
from .errors import Unread
from .frozen import frozen_cases, is_frozen
from .models import Concern
from .recording import length_of
from .rules import can_unfreeze
from .signals import case_frozen, case_unfrozen


@transaction.atomic
def raise_concern(*, case: UUID, raised_by: RaisedBy, person: User | None = None, text: str = "") -> Concern:
    """Freeze a case at whatever step it is: write the concern, alert all of safeguarding, tell those above.

    Alerts carry no word of the concern. Anyone who can see a case may do this; nobody needs to be sure. The same
    press twice is one concern. A pack or a lesson has no key of its own until somebody worries about it.
    """
    if not CaseKey.objects.filter(case=case).exists():
        mint_key(case)
    if person:
        mine = Concern.objects.open().filter(case=case, person=person)
        again = next((concern for concern in mine if concern.text == text), None)
        if again:
            return again
    concern = Concern.objects.create(case=case, raised_by=raised_by, person=person, text=text)
    for keeper in User.objects.in_role(Role.SAFEGUARDING):
        write_letter_to(keeper, LetterKind.CONCERN_RAISED, case=case)
    case_frozen.send(sender=Concern, case=case)
    return concern


def forget_old_texts(*, before: datetime.date, dry_run: bool = False) -> int:
    """Erase what was written about worries closed before a day. Returns how many; a dry run only counts.

    The rows stay, without a word: when it was raised and closed, and by whom. One open on the same case keeps them all.
    """
    old = Concern.objects.with_old_texts(before).exclude(case__in=frozen_cases())
    return old.count() if dry_run else sum(_empty(pk) for pk in list(old.values_list("pk", flat=True)))


@transaction.atomic(durable=True)
def _empty(pk: UUID) -> bool:
    concern = Concern.objects.select_for_update().filter(pk=pk, emptied_at=None).first()
    if concern is None or is_frozen(concern.case):
        return False
    concern.text = concern.outcome = ""
    concern.emptied_at = timezone.now()
    concern.save(update_fields=["text", "outcome", "emptied_at"])
    return True


@transaction.atomic
def unfreeze(*, case: UUID, person: User, outcome: str, seen: int | None = None) -> None:
    """Close every open concern of a case with what was decided.

    `seen` is how long the record was that the person had before them: a worry is not closed unread. Raises
    PermissionDenied outside safeguarding, and Unread when the record has grown since.
    """
    if not can_unfreeze(person):
        raise PermissionDenied
    open_ones = list(Concern.objects.open().select_for_update().filter(case=case))
    if open_ones and seen is not None and length_of(case) > seen:
        raise Unread
    for concern in open_ones:
        concern.closed_at, concern.closed_by, concern.outcome = timezone.now(), person, outcome
        concern.save(update_fields=["closed_at", "closed_by", "outcome"])
    if not is_frozen(case):
        case_unfrozen.send(sender=Concern, case=case)
