"""Changing the ring's key: a new one is added, every case's key is wrapped with it, the old ones are forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from .casekeys import key_context
from .keyring import load_ring, new_key, read_ring, write_ring
from .models import CaseKey

BATCH = 200  # rows a transaction: short enough that the site writes in between


@contextmanager
def _no_key_minted() -> Iterator[None]:
    """Hold back everyone who wants to mint a key. SQLite's IMMEDIATE transaction is that lock already."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE privacy_casekey IN EXCLUSIVE MODE")
        yield


def add_key() -> str:
    """Add a key to the ring's file and make it the current one. Returns its id."""
    path = Path(settings.KEYRING_PATH)
    with _no_key_minted():
        data = read_ring(path)
        name = str(max(int(known) for known in data["keys"]) + 1)
        write_ring(path, data | {"current": name, "keys": data["keys"] | {name: new_key()}})
    return name


@transaction.atomic
def rewrap_some() -> int:
    """Wrap a batch of cases' keys with the current key. Returns how many; 0 means that all are.

    A row that was erased in the meantime stays erased: the write is an update of exactly the row that was read.
    """
    ring = load_ring()
    rows = list(CaseKey.objects.exclude(ring_id=ring.current)[:BATCH])
    for row in rows:
        key = ring.unwrap(row.ring_id, row.wrapped, key_context(row.case))
        ring_id, wrapped = ring.wrap(key, key_context(row.case))
        CaseKey.objects.filter(case=row.case, ring_id=row.ring_id).update(ring_id=ring_id, wrapped=wrapped)
    return len(rows)


def drop_old_keys() -> list[str]:
    """Forget every key but the current, once no row needs one. Returns the ids forgotten.

    Side effect: backups of the database from before this day no longer open.
    """
    path = Path(settings.KEYRING_PATH)
    with _no_key_minted():
        while rewrap_some():
            pass
        data = read_ring(path)
        old = sorted(set(data["keys"]) - {data["current"]})
        write_ring(path, data | {"keys": {data["current"]: data["keys"][data["current"]]}})
    return old
