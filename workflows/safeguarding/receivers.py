"""What safeguarding does each minute: second contacts, the rota ahead, reports that were settled long ago."""

from django.dispatch import receiver

from workflows.privacy.signals import minute

from .reporting import erase_settled_reports
from .watching import tell_second_contacts, warn_of_gaps


@receiver(minute)
def watch_unopened(sender, **kwargs):
    """Tell the second contact of a worry that nobody opened in time."""
    tell_second_contacts()


@receiver(minute)
def watch_rota(sender, **kwargs):
    """Warn when nobody is on in the coming days."""
    warn_of_gaps()


@receiver(minute)
def forget_reports(sender, **kwargs):
    """Erase reports whose time is over."""
    erase_settled_reports()
