"""The generation: one mark that all processes share. It becomes another with every change a page may show.

A page is kept under the generation read before it was made, and shown only while that is still the one. So a change
that comes while a page is being made makes that page old as well.
"""

import os
import uuid

from django.conf import settings
from django.core.cache import cache

KEY = "pages:generation"


class FileGeneration:
    """The length of a file: each change adds a byte, and no two processes can add theirs in one place."""

    def __init__(self, path: str):
        self.path = path

    def read(self) -> str | None:
        """Return the generation; None while there is no file."""
        try:
            found = os.stat(self.path)  # noqa: PTH116  (asked for every kept page; by a Path it takes half as long again)
        except OSError:
            return None
        return f"{found.st_ino}-{found.st_size}"

    def renew(self) -> None:
        """Begin a new generation. The first call makes the file."""
        with open(self.path, "ab") as file:  # noqa: PTH123
            file.write(b".")


class SharedGeneration:
    """A mark in the cache server, for several machines. While that does not answer, nothing kept is shown."""

    def read(self) -> str | None:
        """Return the generation, a new one after the server has lost it; None while it does not answer."""
        try:
            return cache.get(KEY) or (cache.get(KEY) if cache.add(KEY, _new(), timeout=None) else None)
        except Exception:  # noqa: BLE001  (a server of another kind than ours may raise)
            return None

    def renew(self) -> None:
        """Begin a new generation. Where the server does not answer, kept pages live on for their minute at most."""
        try:
            cache.set(KEY, _new(), timeout=None)
        except Exception:  # noqa: BLE001  (a change must not fail because of what is kept of its page)
            return


def _new() -> str:
    return uuid.uuid4().hex


def generation() -> FileGeneration | SharedGeneration:
    """Return what this site goes by: the cache server where there is one, else a file."""
    return FileGeneration(settings.PAGE_GENERATION) if settings.PAGE_GENERATION else SharedGeneration()
