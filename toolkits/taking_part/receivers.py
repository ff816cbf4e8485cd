"""What comes of itself: letters on a new release, forgetting in time."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import LINKS
from workflows.privacy.signals import minute

from ..enums import ReleaseState
from ..models import PackRelease
from .news import forget_unconfirmed, link_in_letter, tell_of_release
from .visiting import forget_old_visits

LINKS[LetterKind.NEWS_ASKED] = LINKS[LetterKind.PACK_RELEASED] = link_in_letter


@receiver(post_save, sender=PackRelease)
def tell_schools(sender, instance, update_fields=None, **kwargs):
    """Write to schools when a release has just become the newest, and when one was called back."""
    fresh = instance.state == ReleaseState.READY and not instance.superseded and "made_at" in (update_fields or ())
    if fresh or (instance.state == ReleaseState.RECALLED and "recalled_at" in (update_fields or ())):
        tell_of_release(instance)


@receiver(minute)
def forget_what_is_over(sender, **kwargs):
    """Forget addresses nobody confirmed, and visits long over."""
    forget_unconfirmed()
    forget_old_visits()
