"""What people does each minute: it notices who reads more than their work asks for."""

from django.dispatch import receiver

from workflows.privacy.signals import minute

from .trawling import warn_of_many_reads


@receiver(minute)
def watch_reads(sender, **kwargs):
    """Warn of many reads in one day."""
    warn_of_many_reads()
