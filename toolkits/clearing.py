"""Deletes files of releases that were called back: what was taken back must not lie on the disk either."""

from .enums import ReleaseState
from .models import PackRelease, ReleaseFile


def clear_files(release_id: int) -> None:
    """Delete a recalled release's files, but for those that a release still standing shares by their bytes."""
    mine = ReleaseFile.objects.filter(release=release_id, release__state=ReleaseState.RECALLED)
    standing = ReleaseFile.objects.exclude(release__state=ReleaseState.RECALLED).values("sha256")
    for one in mine.exclude(sha256__in=standing):
        one.path.unlink(missing_ok=True)


def clear_recalled() -> None:
    """Do so for every recalled release: a process may have been killed in between."""
    for key in PackRelease.objects.recalled().values_list("pk", flat=True):
        clear_files(key)
