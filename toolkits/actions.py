"""What can be done with packs: ask for a release, build it, count a download."""

import hashlib
import logging
import os
import tempfile
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.log_actions import log

from workflows.review.errors import Refused

from .archive import write_archive
from .enums import ReleaseState
from .errors import NotYours, NumberTaken
from .models import DownloadCount, PackPage, PackRelease
from .rules import can_make_release, can_try_again
from .snapshot import read

logger = logging.getLogger(__name__)


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
        release.clean_fields(exclude={"contents", "made_at"})
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


@task()
def build_release(release_id: int) -> None:
    """Build a release’s file and make it the current one. Running twice, or after a kill, does no harm.

    What goes wrong is kept with the release in words for the editor; the release before it goes on serving.
    """
    release = PackRelease.objects.get(pk=release_id)
    if release.state != ReleaseState.MAKING:
        return
    try:
        found = read(release.pack_id)
        sha256, size = keep_file(
            partial(write_archive, found=found, number=release.number, change_note=release.change_note)
        )
    except Refused as error:
        _give_up(release, str(error.message))
    except Exception as error:  # whatever it was, the editor hears of it and the worker lives on
        logger.exception("release %s could not be built", release.pk)
        message = _(
            "Something went wrong that we did not expect (%(kind)s). Nothing schools see has changed. Try again."
        )
        _give_up(release, message % {"kind": type(error).__name__})
    else:
        _make_current(release, sha256=sha256, size=size, contents=found.contents())


def keep_file(write) -> tuple[str, int]:
    """Have a file written beside its place, then put it there whole, under its own digest; return digest and size."""
    folder = Path(settings.MEDIA_ROOT) / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
        unfinished = Path(file.name)
        try:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            unfinished.unlink()
            raise
        file.seek(0)
        sha256, size = hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    unfinished.chmod(0o644)
    unfinished.rename(folder / f"{sha256}.zip")
    _flush_folder(folder)
    return sha256, size


def _flush_folder(folder: Path) -> None:
    """Have the new name itself written down: a power cut must not lose what the database says is there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_up(release: PackRelease, problem: str) -> None:
    """Keep what went wrong, unless another run has finished meanwhile."""
    making = PackRelease.objects.filter(pk=release.pk, state=ReleaseState.MAKING)
    making.update(state=ReleaseState.FAILED, problem=problem)


def _make_current(release: PackRelease, *, sha256: str, size: int, contents: dict) -> None:
    """Mark a release ready; the highest number of its pack is the current one, every other is superseded."""
    with transaction.atomic():
        PackPage.objects.select_for_update().get(pk=release.pack_id)
        release = PackRelease.objects.select_for_update().get(pk=release.pk)
        if release.state != ReleaseState.MAKING:
            return
        others = list(PackRelease.objects.filter(pack=release.pack_id, state=ReleaseState.READY))
        release.superseded = any(other.version > release.version for other in others)
        if not release.superseded:
            PackRelease.objects.filter(pk__in=[other.pk for other in others]).update(superseded=True)
        release.state, release.made_at = ReleaseState.READY, timezone.now()
        release.sha256, release.size, release.contents = sha256, size, contents
        release.save()


def count_download(*, release: PackRelease) -> None:
    """Add one to today’s number for a release. A number that can’t be written never stops a download."""
    today = timezone.localdate()
    try:
        with transaction.atomic():
            DownloadCount.objects.get_or_create(release=release, day=today)
            DownloadCount.objects.filter(release=release, day=today).update(number=F("number") + 1)
    except DatabaseError:
        logger.warning("a download could not be counted")
