"""What people does each minute: recoveries whose hours have passed, and those nobody confirmed."""

from django.dispatch import receiver

from workflows.privacy.signals import minute

from .models import Recovery
from .recovering import finish_recovery, forget_recovery


@receiver(minute)
def go_on_with_recoveries(sender, now, **kwargs):
    """End each in a transaction of its own."""
    for recovery in Recovery.objects.due(now):
        finish_recovery(recovery=recovery)
    for recovery in Recovery.objects.forgotten(now):
        forget_recovery(recovery=recovery)
