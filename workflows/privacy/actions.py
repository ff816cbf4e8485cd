"""Giving and ending consent, writing letters, erasing a case, trusting the key ring, taking turns."""

import datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from .casekeys import destroy_key, key_context
from .enums import LetterKind, Use
from .keyring import CannotOpen, load_ring
from .letters import deliver_letter
from .models import CaseKey, Consent, ConsentWording, Erasure, Letter, Turn
from .registry import erasers


def write_letter_to(person, kind: LetterKind, *, case: UUID | None = None) -> Letter:
    """Write a letter to somebody who signs in; `tick` and the task worker send it, and try again if they must."""
    return _posted(Letter.objects.create(case=case, kind=kind, language=person.language, person=person))


def write_letter(*, case: UUID, address: str, kind: LetterKind, language: str) -> Letter:
    """Write a letter to an author, in their language. The address is encrypted with the case's key."""
    return _posted(Letter.objects.create(case=case, kind=kind, language=language, address=address))


def _posted(letter: Letter) -> Letter:
    """Hand the letter to the task worker once it is committed. Should that fail, `tick` sends it."""
    transaction.on_commit(partial(deliver_letter.enqueue, str(letter.pk)), robust=True)
    return letter


def give_consent(*, case: UUID, use: Use, wording: ConsentWording) -> Consent:
    """Record a yes to one use, with the wording that was on the screen. A standing yes to the same use is kept."""
    standing = Consent.objects.standing().filter(case=case, use=use).first()
    return standing or Consent.objects.create(case=case, use=use, wording=wording)


def end_consent(*, case: UUID, use: Use | None = None) -> int:
    """End the standing consent to one use, or to all. Returns how many ended."""
    ending = Consent.objects.standing().filter(case=case)
    if use:
        ending = ending.filter(use=use)
    return ending.update(ended_at=timezone.now())


@transaction.atomic
def erase(*, case: UUID) -> None:
    """Forget a case: enter it in the ledger, end its consents, empty every registered store, then destroy its key.

    What stays is the consent log: the case's key and times, no word and no name.
    """
    Erasure.objects.get_or_create(case=case)
    end_consent(case=case)
    for forget in erasers():
        forget(case)
    destroy_key(case)


def check_ring() -> None:
    """Open one key of each ring id there is. Raises ImproperlyConfigured when the ring is not this database's."""
    ring = load_ring()
    for ring_id in CaseKey.objects.order_by().values_list("ring_id", flat=True).distinct():
        row = CaseKey.objects.filter(ring_id=ring_id)[:1].get()
        try:
            ring.unwrap(ring_id, bytes(row.wrapped), key_context(row.case))
        except CannotOpen as error:
            message = f"The key ring cannot open what key {ring_id} has wrapped: is it this database’s ring?"
            raise ImproperlyConfigured(message) from error


def take_turn(*, name: str, length: datetime.timedelta) -> bool:
    """Claim a job that only one process may do at a time, for so long at most. Returns whether it is ours."""
    now = timezone.now()
    Turn.objects.get_or_create(name=name, defaults={"held_until": now})
    return bool(Turn.objects.filter(name=name, held_until__lte=now).update(held_until=now + length))


def end_turn(*, name: str) -> None:
    """Give the job back."""
    Turn.objects.filter(name=name).update(held_until=timezone.now())
