"""Each case has a key of its own; destroying it destroys every private word of the case, wherever a copy lies."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.apps import apps
from django.db import transaction

from .keyring import CannotOpen, load_ring

_held: ContextVar[dict[UUID, bytes] | None] = ContextVar("held_case_keys", default=None)


def key_context(case: UUID) -> str:
    """Return the associated data of a case's wrapped key."""
    return f"privacy.CaseKey:{case}"


def _rows():
    return apps.get_model("privacy", "CaseKey").objects


@transaction.atomic
def mint_key(case: UUID) -> None:
    """Give a new case its key.

    Raises IntegrityError when it had one: a key is never replaced. Raises CannotOpen when the case was erased.
    """
    if apps.get_model("privacy", "Erasure").objects.filter(case=case).exists():
        raise CannotOpen("erased")
    key = secrets.token_bytes(32)
    ring_id, wrapped = load_ring().wrap(key, key_context(case))
    row = _rows().create(case=case, ring_id=ring_id, wrapped=wrapped)
    if ring_id not in load_ring().keys:  # `rotate_keys --drop-old` held the table until now: wrap with what it left
        row.ring_id, row.wrapped = load_ring().wrap(key, key_context(case))
        row.save(update_fields=["ring_id", "wrapped"])


def case_key(case: UUID) -> bytes:
    """Return the case's key, 32 bytes. Raises CannotOpen when it was destroyed or never made; reading mints none."""
    held = _held.get()
    if held is not None and case in held:
        return held[case]
    row = _rows().filter(case=case).first()
    if row is None:
        raise CannotOpen("erased")
    key = load_ring().unwrap(row.ring_id, row.wrapped, key_context(case))
    if held is not None:
        held[case] = key
    return key


def warm_keys(cases: Iterable[UUID]) -> None:
    """Fetch the keys of many cases in one query, for a page that lists them."""
    held = _held.get()
    if held is None:
        return
    ring, wanted = load_ring(), _rows().filter(case__in=set(cases) - held.keys())
    for case, ring_id, wrapped in wanted.values_list("case", "ring_id", "wrapped"):
        held[case] = ring.unwrap(ring_id, wrapped, key_context(case))


def destroy_key(case: UUID) -> None:
    """Destroy the case's key, for good."""
    _rows().filter(case=case).delete()
    held = _held.get()
    if held is not None:
        held.pop(case, None)


@contextmanager
def keys_held() -> Iterator[None]:
    """Hold opened keys for the length of one request or task, and no longer."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)
