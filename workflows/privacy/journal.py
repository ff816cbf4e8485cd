"""SQLite's journal: words that were deleted can still be read in it until it is folded into the database file."""

from django.db import connection


def fold_journal(milliseconds: int = 200) -> None:
    """Fold the journal into the database. Waits so long for readers, no longer, because writers wait with it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {int(milliseconds)}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
