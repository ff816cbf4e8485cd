"""What the review does each minute: publish what is due, watch promises, look for readers."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from workflows.privacy.signals import minute
from workflows.safeguarding.signals import case_unfrozen

from .additions import propose_additions
from .keeping import forget_ended
from .models import AuthorSealTask, Policy
from .policy_now import forget_policy
from .promises import look_for_readers, plan_anew, publish_what_is_due, watch_promises
from .signals import step_started


@receiver(step_started)
def ask_about_additions(sender, state, **kwargs):
    """Ask the author about what an editor put beside the words, when the page comes to them."""
    if issubclass(sender, AuthorSealTask):
        propose_additions(step=state)


@receiver(minute)
def publish(sender, **kwargs):
    """Publish what has come due; first of all, because an author waits for exactly this minute."""
    publish_what_is_due()


@receiver(minute)
def watch(sender, **kwargs):
    """Warn of promises about to break, and move those that broke."""
    watch_promises()


@receiver(case_unfrozen)
def plan_the_day_anew(sender, case, **kwargs):
    """Publish nothing in the minute a pause ends."""
    plan_anew(case)


@receiver(minute)
def find_readers(sender, **kwargs):
    """Offer stories that lack a reader."""
    look_for_readers()


@receiver(minute)
def forget_half_written(sender, **kwargs):
    """Keep nothing half written of a reading that is over, whichever way it ended."""
    forget_ended()


@receiver(post_save, sender=Policy)
def ask_by_the_new_version(sender, **kwargs):
    """Ask readers by a version as soon as it is approved."""
    forget_policy()
