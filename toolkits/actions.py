"""What can be done with packs: ask for a release, build it, call it back, count a download."""

import datetime
import logging
from functools import partial

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import log

from workflows.privacy.actions import end_turn, take_turn

from .building import build
from .clearing import clear_files
from .enums import ReleaseState
from .errors import NotYours, NumberTaken
from .models import DownloadCount, PackPage, PackRelease
from .rules import can_make_release, can_try_again, next_small_number

logger = logging.getLogger(__name__)
TURN = datetime.timedelta(minutes=10)  # a builder that was killed keeps others out no longer than this


def make_release(*, pack: PackPage, number: str, change_note: str, person) -> PackRelease:
    """Ask for a release: write its row and the log, and on commit hand the building to a worker.

    A number whose making failed or was cut off may be asked for again; its row is used anew.
    Raises NotYours, NumberTaken, and ValidationError for a malformed number or an empty note.
    """
    if not can_make_release(person, pack):
        raise NotYours
    with transaction.atomic():
        release = _row_for(pack, number, timezone.now())
        release.change_note, release.asked_by, release.problem = change_note.strip(), person, ""
        release.steps = release.steps_done = 0
        release.clean_fields(exclude={"contents", "made_at", "recalled_at"})
        try:
            with transaction.atomic():
                release.save()
        except IntegrityError as error:
            raise NumberTaken from error
        log(instance=pack, action="toolkits.make_release", user=person, data={"number": number})
        transaction.on_commit(partial(build_release.enqueue, release.pk))
    return release


def _row_for(pack: PackPage, number: str, now) -> PackRelease:
    """Return a new row, or the locked row of a making that came to nothing."""
    release = PackRelease.objects.select_for_update().filter(pack=pack, number=number).first()
    if release is None:
        return PackRelease(pack=pack, number=number, asked_at=now)
    if not can_try_again(release, now):
        raise NumberTaken
    release.asked_at, release.state = now, ReleaseState.MAKING
    return release


def renew_pack(*, pack: PackPage, why: str) -> PackRelease | None:
    """Ask for a release that nobody pressed for, because something has to leave the pack or comes back to it.

    Nothing happens when one is being made already (it is asked for again if that one came too early), when the pack
    was never released, or while the whole pack is out of sight.
    """
    with transaction.atomic():
        PackPage.objects.select_for_update().get(pk=pack.pk)
        known = list(PackRelease.objects.filter(pack=pack))
        making = any(one.state == ReleaseState.MAKING for one in known)
        if making or not known or not pack.live or pack.is_paused():
            return None
        with translation.override(pack.locale.language_code):
            note = str(why)
        number = next_small_number([one.version for one in known])
        release = PackRelease.objects.create(
            pack=pack, number=number, change_note=note, asked_at=timezone.now(), by_itself=True
        )
        log(instance=pack, action="toolkits.make_release", data={"number": number})
        transaction.on_commit(partial(build_release.enqueue, release.pk), robust=True)
    return release


@task()
def build_release(release_id: int) -> None:
    """Build a release, then each that was asked for meanwhile. While another worker builds, it is left to that one.

    The minute hands over again what nobody took up.
    """
    if not take_turn(name="packs", length=TURN):
        return
    try:
        while release := PackRelease.objects.waiting().first():
            build(release)
            release.refresh_from_db()
            if release.state == ReleaseState.READY and release.is_held_back():
                renew_pack(pack=release.pack, why=_("Something left the pack while it was being made."))
    finally:
        end_turn(name="packs")


def recall_release(*, release: PackRelease, reason: str, person=None) -> None:
    """Call a release back: it is gone for everybody from now on, and says why. Its files are deleted on commit.

    Also logs it; if it was the newest, a new one is asked for. Raises NotYours; does nothing to one that is not ready.
    """
    if person is not None and not can_make_release(person, release.pack):
        raise NotYours
    with transaction.atomic():
        release = PackRelease.objects.select_for_update().select_related("pack__locale").get(pk=release.pk)
        if release.state != ReleaseState.READY:
            return
        release.state, release.recalled_at, release.recall_reason = (
            ReleaseState.RECALLED,
            timezone.now(),
            reason.strip(),
        )
        release.save(update_fields=["state", "recalled_at", "recall_reason"])
        data = {"number": release.number}
        log(instance=release.pack, action="toolkits.recall_release", user=person, data=data)
        transaction.on_commit(partial(clear_files, release.pk), robust=True)
        if not release.superseded:
            told = _("Version %(number)s was called back: %(reason)s")
            renew_pack(pack=release.pack, why=told % {"number": release.number, "reason": release.recall_reason})


def count_download(*, release: PackRelease, file: str) -> None:
    """Add one to today’s number for a file of a release. A number that can’t be written never stops a download."""
    today = timezone.localdate()
    try:
        with transaction.atomic():
            DownloadCount.objects.get_or_create(release=release, file=file, day=today)
            DownloadCount.objects.filter(release=release, file=file, day=today).update(number=F("number") + 1)
    except DatabaseError:
        logger.warning("a download could not be counted")
