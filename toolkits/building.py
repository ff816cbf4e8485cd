"""Of the actions layer: builds the files of a release, and keeps each one whole or not at all."""

import errno
import hashlib
import logging
import os
import tempfile
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from workflows.review.errors import Refused

from .archive import write_archive
from .bundle import bundle_of, pictures_of, print_page
from .enums import Holds, ReleaseState
from .models import PackPage, PackRelease, ReleaseFile
from .models.releases import place_of
from .names import picture_name, safe
from .pdf import can_make_pdf, make_pdf
from .snapshot import Snapshot, read

logger = logging.getLogger(__name__)


def build(release: PackRelease) -> None:
    """Build a release's files and make it the current one. Running twice, or after a kill, does no harm.

    What goes wrong is kept with the release in words for the editor; the release before it goes on serving.
    """
    try:
        found = read(release.pack_id)
        with translation.override(found.pack.locale.language_code):
            files = _Making(release, found).files()
    except Refused as error:
        _give_up(release, str(error.message))
    except Exception as error:  # whatever it was, the editor hears of it and the worker lives on
        logger.exception("release %s could not be built", release.pk)
        _give_up(release, _in_words(error))
    else:
        _make_current(release, files, found.contents())


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("The disk of the server is full. Nothing schools see has changed. Ask for room, then try again.")
    message = _("Something went wrong that we did not expect (%(kind)s). Nothing schools see has changed. Try again.")
    return message % {"kind": type(error).__name__}


class _Making:
    """The making of one release: its PDFs first, then a ZIP of each session, each part, and the whole."""

    def __init__(self, release: PackRelease, found: Snapshot):
        self.release, self.found = release, found
        self.pdfs: dict[int, bytes] = {}
        self.name = slugify(found.pack.title) or "pack"

    def files(self) -> list[ReleaseFile]:
        """Write every file and return its row, unsaved; the whole pack's comes first."""
        sessions = self.found.sessions
        PackRelease.objects.filter(pk=self.release.pk).update(
            steps=2 * len(sessions) + len(self.found.parts) + 1, steps_done=0, without_pdf=not can_make_pdf()
        )
        printed = [one for session in sessions if (one := self._print(session))]
        zips = [self._zip(Holds.SESSION, self.found.only(session=session), session) for session in sessions]
        parts = [(part, self.found.only(part=part)) for part, lessons in self.found.parts if lessons]
        zips += [self._zip(Holds.PART, of_part, part) for part, of_part in parts]
        return [self._zip(Holds.WHOLE, self.found, None), *printed, *zips]

    def _print(self, session) -> ReleaseFile | None:
        self._step()
        if not can_make_pdf():
            return None
        pictures = {picture_name(picture): data for picture, data in pictures_of(session)}
        pdf = make_pdf(print_page(self.found, session, self.release.number), pictures)
        self.pdfs[session.pk] = pdf
        return self._row(Holds.PRINT, session, ".pdf", lambda file: file.write(pdf))

    def _zip(self, holds: Holds, found: Snapshot, page) -> ReleaseFile:
        self._step()
        number, note = self.release.number, self.release.change_note
        bundle = bundle_of(found, number, note, lambda session: self.pdfs.get(session.pk, b""))
        return self._row(holds, page, ".zip", partial(write_archive, bundle=bundle, found=found, number=number))

    def _row(self, holds: Holds, page, ending: str, write) -> ReleaseFile:
        above = f"{page.get_parent().slug}-" if holds in {Holds.PRINT, Holds.SESSION} else ""
        name = f"{above}{page.slug}-{self.release.number}{ending}" if page else self.release.file_name
        sha256, size = keep_file(write, ending)
        key = page.translation_key if page else None
        return ReleaseFile(release=self.release, holds=holds, key=key, name=safe(name), sha256=sha256, size=size)

    def _step(self) -> None:
        """Say how far it has come."""
        PackRelease.objects.filter(pk=self.release.pk).update(steps_done=F("steps_done") + 1)


def keep_file(write, ending: str) -> tuple[str, int]:
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
    unfinished.rename(place_of(sha256, f"file{ending}"))
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


def _make_current(release: PackRelease, files: list[ReleaseFile], contents: dict) -> None:
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
        release.sha256, release.size, release.contents = files[0].sha256, files[0].size, contents
        release.save(update_fields=["superseded", "state", "made_at", "sha256", "size", "contents"])
        ReleaseFile.objects.filter(release=release).delete()
        ReleaseFile.objects.bulk_create(files)
