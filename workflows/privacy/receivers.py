"""What privacy does each minute: it sends letters, folds the journal after an erasure, completes the ledger."""

import datetime

from django.db import connection
from django.dispatch import receiver

from .journal import fold_journal
from .ledger import append_to_ledger, ledger_path, read_ledger
from .letters import deliver_due
from .models import Erasure
from .signals import minute

DAY = datetime.timedelta(days=1)


@receiver(minute)
def send_letters(sender, **kwargs):
    """Send what is due."""
    deliver_due()


@receiver(minute)
def empty_journal(sender, now, **kwargs):
    """Fold the journal for a day after an erasure: a reader may have held it at the time. The next minute tries again.

    It waits half a second for readers.
    """
    if connection.vendor == "sqlite" and Erasure.objects.filter(at__gte=now - DAY).exists():
        fold_journal(milliseconds=500)


@receiver(minute)
def complete_ledger(sender, now, **kwargs):
    """Write down erasures of the last day that the ledger's copy lacks: a process was killed in between."""
    if ledger_path():
        written = read_ledger(ledger_path())
        lately = Erasure.objects.filter(at__gte=now - DAY).values_list("case", "at")
        append_to_ledger((case, at) for case, at in lately if case not in written)
