"""What people do each minute, and when an account is deleted."""

from django.db.models.signals import post_delete
from django.dispatch import receiver

from workflows.privacy.actions import erase
from workflows.privacy.models import Erasure
from workflows.privacy.signals import minute

from .actions import end_breaks
from .models import PrivateLine, Recovery
from .recovering import finish_recovery, forget_recovery
from .trawling import warn_of_many_reads
from .watching import forget_old_words, forget_the_departed, watch_lines


@receiver(minute)
def end_what_is_over(sender, **kwargs):
    """End breaks whose last day is over."""
    end_breaks()


@receiver(minute)
def watch_private_lines(sender, **kwargs):
    """Watch the answers owed to volunteers."""
    watch_lines()


@receiver(minute)
def forget(sender, **kwargs):
    """Forget old messages, and what is private of those who left."""
    forget_old_words()
    forget_the_departed()


@receiver(minute)
def watch_reads(sender, **kwargs):
    """Warn of many reads in one day."""
    warn_of_many_reads()


@receiver(minute)
def go_on_with_recoveries(sender, now, **kwargs):
    """End recoveries whose hours have passed and those nobody confirmed, each in a transaction of its own."""
    for recovery in Recovery.objects.due(now):
        finish_recovery(recovery=recovery)
    for recovery in Recovery.objects.forgotten(now):
        forget_recovery(recovery=recovery)


@receiver(post_delete, sender=PrivateLine)
def destroy_with_its_person(sender, instance, **kwargs):
    """Destroy the key of a line that went with its person's account."""
    if not Erasure.objects.filter(case=instance.case).exists():
        erase(case=instance.case)
