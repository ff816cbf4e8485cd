"""What safeguarding holds of a case: concerns, their record, reports. They go only with an erasure."""

from uuid import UUID

from workflows.privacy.appendonly import forgetting
from workflows.privacy.registry import register, wordless

from .models import Concern, ConcernEntry, PageReport


def forget_concerns(case: UUID) -> None:
    """Delete every concern about the case, and their record."""
    Concern.objects.filter(case=case).delete()
    with forgetting():
        ConcernEntry.objects.filter(case=case).delete()


def forget_report(case: UUID) -> None:
    """Delete the report with this key: it is a case of its own."""
    PageReport.objects.filter(case=case).delete()


register("safeguarding.Concern", "*", forget_concerns)
register("safeguarding.ConcernEntry", "*", forget_concerns)
register("safeguarding.PageReport", "*", forget_report)
wordless("who is there and when", "safeguarding.Shift", "safeguarding.Rota")
