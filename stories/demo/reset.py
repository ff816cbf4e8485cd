"""Starting the demonstration over: every case is erased as any case would be, then the traces of that go too."""

from stories.models import Gone
from stories.submission import Submission
from workflows.people.models import AgeMark
from workflows.privacy.actions import erase
from workflows.privacy.appendonly import forgetting
from workflows.privacy.deciding import deciding
from workflows.privacy.models import AccessLog, Consent, Erasure, Letter
from workflows.review.models import Reading
from workflows.safeguarding.models import Concern


def forget_stories() -> None:
    """Erase every case. Only the demonstration may: a real site keeps its ledger and its record of consent."""
    with deciding():
        Concern.objects.all().delete()
    cases = {*Submission.objects.values_list("case", flat=True), *AgeMark.objects.values_list("case", flat=True)}
    for case in cases:
        erase(case=case)
    with deciding(), forgetting():
        for model in (Gone, Erasure, Consent, AccessLog, Letter, Reading):
            model.objects.all().delete()
