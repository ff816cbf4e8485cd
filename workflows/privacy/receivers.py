"""What privacy does each minute: it sends letters, and clears erased words out of the database's own journal."""

import datetime

from django.db import connection
from django.dispatch import receiver

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
    """After an erasure, fold SQLite's journal into the database file: deleted words can still be read in it.

    It waits half a second for readers, no longer, because writers wait with it; the next minute tries again.
    """
    if connection.vendor != "sqlite" or not Erasure.objects.filter(at__gte=now - DAY).exists():
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 500")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
