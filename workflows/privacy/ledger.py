"""The ledger's copy outside the database: which cases were erased, so that an older database can't bring them back.

One line for each: the case's key and the moment, nothing else. Without LEDGER_PATH none is kept.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings


def ledger_path() -> Path | None:
    """Return where the copy lies, or None where none is kept."""
    return Path(settings.LEDGER_PATH) if settings.LEDGER_PATH else None


def ledger_line(case: UUID, at: datetime) -> str:
    """Return one entry as a line: the key, a blank, the moment in ISO 8601."""
    return f"{case} {at.isoformat()}\n"


def append_to_ledger(entries: Iterable[tuple[UUID, datetime]]) -> None:
    """Write entries down for good: the file is its owner's alone (mode 600), each line is on the disk on return."""
    path, lines = ledger_path(), "".join(ledger_line(case, at) for case, at in entries)
    if path is None or not lines:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    cut = "\n" if _ends_in_the_middle(path) else ""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
        file.write(cut + lines)
        file.flush()
        os.fsync(file.fileno())


def _ends_in_the_middle(path: Path) -> bool:
    """Tell whether the last line was cut off, so that the next one must not be written behind it."""
    if not path.exists() or not path.stat().st_size:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def read_ledger(path: Path | None) -> set[UUID]:
    """Return the cases a ledger names. A line that was cut off in the middle is passed over; no file names none."""
    if path is None or not path.exists():
        return set()
    return {case for case in map(_case, path.read_text().splitlines()) if case}


def _case(line: str) -> UUID | None:
    try:
        return UUID(line.partition(" ")[0])
    except ValueError:
        return None
