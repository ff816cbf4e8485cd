"""Of the actions layer: complaining about data, acknowledging in time, saying what came of it."""

import datetime
import uuid
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.concerns import words_of_concern
from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import erase, write_letter, write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog
from workflows.review.errors import Refused
from workflows.review.promises import alert

from .complaint import Complaint
from .rules import can_handle_complaints

WARNING = datetime.timedelta(days=7)
TWICE = datetime.timedelta(minutes=10)  # within which the same words are the same press


def complain(*, text: str, address: str, language: str) -> Complaint:
    """Keep a complaint under a key of its own, start its clock, and write to every administrator.

    Words of concern mark it, so that it is read first. The same press twice is one complaint.
    """
    case = uuid.uuid4()
    with transaction.atomic(durable=True):
        lately = Complaint.objects.filter(made_at__gte=timezone.now() - TWICE)
        again = next((row for row in lately if (row.text, row.address) == (text, address)), None)
        if again:
            return again
        mint_key(case)
        marked = bool(words_of_concern(text))
        complaint = Complaint.objects.create(case=case, text=text, address=address, language=language, marked=marked)
        for person in User.objects.in_role(Role.ADMINISTRATOR):
            write_letter_to(person, LetterKind.COMPLAINT_MADE, case=case)
    return complaint


def read_complaint(*, case: UUID, person: User) -> Complaint:
    """Return a complaint to an administrator, and log who opened it. Raises PermissionDenied for anyone else."""
    if not can_handle_complaints(person):
        raise PermissionDenied
    complaint = Complaint.objects.get(case=case)
    AccessLog.objects.create(case=case, person=person, what="complaint")
    return complaint


def acknowledge(*, case: UUID, person: User) -> None:
    """Say that a person has it: stop its clock, and write to whoever gave an address. Twice is once."""
    with transaction.atomic(durable=True):
        complaint = _locked(case, person)
        if complaint.acknowledged_at is None:
            _acknowledge(complaint)
            complaint.save(update_fields=["acknowledged_at"])


def close_complaint(*, case: UUID, person: User, outcome: str) -> None:
    """Record what came of a complaint, once; one that nobody acknowledged yet is acknowledged by it."""
    with transaction.atomic(durable=True):
        complaint = _locked(case, person)
        if not outcome.strip():
            raise Refused(_("Please write what you found and what you changed."))
        if complaint.closed_at:
            return
        if complaint.acknowledged_at is None:
            _acknowledge(complaint)
        complaint.outcome, complaint.closed_at, complaint.closed_by = outcome.strip(), timezone.now(), person
        complaint.save(update_fields=["acknowledged_at", "outcome", "closed_at", "closed_by"])


def watch_complaints() -> None:
    """Warn administrators, a week before complaints have to be acknowledged, once of each."""
    due = Complaint.objects.unacknowledged().filter(due_on__lte=timezone.localdate() + WARNING, warned=False)
    with transaction.atomic():
        if due.update(warned=True):
            alert(Role.ADMINISTRATOR)


def erase_settled() -> int:
    """Erase complaints that were settled long ago. Returns how many."""
    cases = list(Complaint.objects.settled_long_ago().values_list("case", flat=True))
    for case in cases:
        erase(case=case)
    return len(cases)


def _locked(case: UUID, person: User) -> Complaint:
    if not can_handle_complaints(person):
        raise PermissionDenied
    return Complaint.objects.select_for_update().get(case=case)


def _acknowledge(complaint: Complaint) -> None:
    complaint.acknowledged_at = timezone.now()
    if complaint.address:
        kind, language = LetterKind.COMPLAINT_ACKNOWLEDGED, complaint.language
        write_letter(case=complaint.case, address=complaint.address, kind=kind, language=language)
