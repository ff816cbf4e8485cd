"""Of the actions layer: a passer-by reports a page; safeguarding reads it and says what came of it."""

import datetime
import uuid
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import erase, write_letter, write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog

from .enums import Wrong
from .pagereport import PageReport
from .rules import can_settle_reports

TWICE = datetime.timedelta(minutes=10)  # within which the same words are the same press


def report_page(*, page: str, wrong: Wrong, text: str, address: str, language: str) -> PageReport:
    """Keep a report under a key of its own, and write to each of safeguarding. It freezes nothing by itself.

    The same press twice is one report.
    """
    case = uuid.uuid4()
    with transaction.atomic(durable=True):
        lately = PageReport.objects.filter(made_at__gte=timezone.now() - TWICE, page=page, wrong=wrong)
        again = next((row for row in lately if (row.text, row.address) == (text, address)), None)
        if again:
            return again
        mint_key(case)
        report = PageReport.objects.create(
            case=case, page=page, wrong=wrong, text=text, address=address, language=language
        )
        for keeper in User.objects.in_role(Role.SAFEGUARDING):
            write_letter_to(keeper, LetterKind.PAGE_REPORTED, case=case)
    return report


def read_report(*, case: UUID, person: User) -> PageReport:
    """Return a report to safeguarding, and log who opened it. Raises PermissionDenied for anyone else."""
    if not can_settle_reports(person):
        raise PermissionDenied
    report = PageReport.objects.select_related("closed_by").get(case=case)
    AccessLog.objects.create(case=case, person=person, what="report of a page")
    return report


def close_report(*, case: UUID, person: User, outcome: str) -> PageReport:
    """Record what came of a report, once, and write to whoever gave an address: that it was read, no word of it.

    Raises PermissionDenied outside safeguarding.
    """
    if not can_settle_reports(person):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        report = PageReport.objects.select_for_update().get(case=case)
        if report.closed_at:
            return report
        report.outcome, report.closed_at, report.closed_by = outcome, timezone.now(), person
        report.save(update_fields=["outcome", "closed_at", "closed_by"])
        if report.address:
            kind, language = LetterKind.REPORT_READ, report.language
            write_letter(case=case, address=report.address, kind=kind, language=language)
    return report


def erase_settled_reports() -> int:
    """Erase reports that were settled long ago. Returns how many."""
    cases = list(PageReport.objects.settled_long_ago().values_list("case", flat=True))
    for case in cases:
        erase(case=case)
    return len(cases)
