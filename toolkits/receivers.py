"""What packs do when they hear that a story may not be used, or that something was paused. Only rows are written."""

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from workflows.privacy.enums import Use
from workflows.privacy.signals import minute, use_withdrawn
from workflows.safeguarding.signals import case_frozen, case_unfrozen

from .actions import build_release, recall_release, renew_pack
from .clearing import clear_recalled
from .models import PackRelease
from .rules import WAITS_FOR_MINUTE

TAKEN_OUT = _("A story in it may not be used any more.")
PAUSED = _("Something was taken out of the pack.")
BACK = _("Something came back into the pack.")


def releases_with(case) -> list[PackRelease]:
    """Return the ready releases in which a case stands, as a lesson, as the pack itself, or as a story in a lesson."""
    ready = PackRelease.objects.ready().select_related("pack__locale")
    return [one for one in ready if str(case) in one.contents or str(case) in one.cases]


@receiver(use_withdrawn)
def recall_what_holds_it(sender, case, use, **kwargs):
    """Call back every release with a story whose author ended its use in packs, or its being public."""
    if use in {Use.PACK, Use.PUBLISH}:
        for release in releases_with(case):
            recall_release(release=release, reason=str(TAKEN_OUT))


@receiver([case_frozen, case_unfrozen])
def make_anew(sender, case, signal, **kwargs):
    """Ask for a release without what was paused, or with what may be seen again.

    While it is paused, nobody gets a release that has it; this needs no receiver.
    """
    for pack in {release.pack for release in releases_with(case)}:
        renew_pack(pack=pack, why=PAUSED if signal is case_frozen else BACK)


@receiver(minute)
def hand_over_waiting(sender, now, **kwargs):
    """Hand to a worker what waits for more than a moment: its builder was killed, or it came as one was finishing."""
    waiting = PackRelease.objects.waiting().filter(asked_at__lt=now - WAITS_FOR_MINUTE).first()
    if waiting:
        build_release.enqueue(waiting.pk)


@receiver(minute)
def clear_what_was_recalled(sender, **kwargs):
    """Delete files of recalled releases that are still there."""
    clear_recalled()
