"""Giving and ending consent, writing letters, erasing a case, trusting the key ring, taking turns."""

import datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from .casekeys import destroy_key, key_context
from .deciding import deciding
from .enums import LetterKind, Use
from .journal import fold_journal
from .keyring import CannotOpen, load_ring
from .ledger import append_to_ledger, ledger_path, read_ledger
from .letters import deliver_letter
from .models import CaseKey, Consent, ConsentWording, Erasure, Letter, Turn
from .registry import erasers
from .signals import use_given, use_withdrawn


def write_letter_to(person, kind: LetterKind, *, case: UUID | None = None) -> Letter:
    """Write a letter to somebody who signs in; `tick` and the task worker send it, and try again if they must."""
    return post_letter(Letter.objects.create(case=case, kind=kind, language=person.language, person=person))


def write_letter(*, case: UUID, address: str, kind: LetterKind, language: str) -> Letter:
    """Write a letter to an author, in their language. The address is encrypted with the case's key."""
    return post_letter(Letter.objects.create(case=case, kind=kind, language=language, address=address))


def post_letter(letter: Letter) -> Letter:
    """Hand the letter to the task worker once it is committed. Should that fail, `tick` sends it."""
    transaction.on_commit(partial(deliver_letter.enqueue, str(letter.pk)), robust=True)
    return letter


@transaction.atomic
def give_consent(*, case: UUID, use: Use, wording: ConsentWording, ends_on: datetime.date | None = None) -> Consent:
    """Record a yes to one use, with the wording that was on the screen. A standing yes to the same use is kept.

    A yes that has run out is ended first. Sends `use_given`. Raises ValueError for a wording of another use, or one
    that nobody approved.
    """
    _check_wording(use, wording)
    last = Consent.objects.filter(case=case, use=use, ended_at=None).first()
    if last and (last.ends_on is None or last.ends_on >= timezone.localdate()):
        return last
    if last:
        last.ended_at = timezone.now()
        last.save(update_fields=["ended_at"])
    consent = Consent.objects.create(case=case, use=use, wording=wording, ends_on=ends_on)
    use_given.send(sender=Consent, case=case, use=use)
    return consent


@transaction.atomic
def give_first_consents(*, case: UUID, given: dict[Use, ConsentWording], ends_on: dict[Use, datetime.date]) -> None:
    """Record the yeses of a case that never gave one, in one write. Raises ValueError as `give_consent` does.

    Sends `use_given` for each. Raises IntegrityError where one of them stands already.
    """
    for use, wording in given.items():
        _check_wording(use, wording)
    Consent.objects.bulk_create(
        Consent(case=case, use=use, wording=wording, ends_on=ends_on.get(use)) for use, wording in given.items()
    )
    for use in given:
        use_given.send(sender=Consent, case=case, use=use)


def _check_wording(use: Use, wording: ConsentWording) -> None:
    if wording.use != use or wording.approved_at is None:
        message = "Nobody can agree to a wording of another use, or to one that was not approved."
        raise ValueError(message)


@transaction.atomic
def renew_consent(*, case: UUID, use: Use, wording: ConsentWording, ends_on: datetime.date | None = None) -> Consent:
    """Record a new yes in the place of the one there is, with the wording and the last day of today.

    Whoever listens hears nothing of it while the old yes stands: the use goes on. Raises as `give_consent` does.
    """
    standing = Consent.objects.standing().filter(case=case, use=use)
    if not standing.exists() or wording.use != use or wording.approved_at is None:
        return give_consent(case=case, use=use, wording=wording, ends_on=ends_on)
    standing.update(ended_at=timezone.now())
    return Consent.objects.create(case=case, use=use, wording=wording, ends_on=ends_on)


@transaction.atomic
def end_consent(*, case: UUID, use: Use | None = None) -> int:
    """End the consent to one use, or to all, those that have run out included. Returns how many ended.

    Sends `use_withdrawn` for each.
    """
    ending = Consent.objects.filter(case=case, ended_at=None)
    if use:
        ending = ending.filter(use=use)
    uses = list(ending.values_list("use", flat=True))
    ending.update(ended_at=timezone.now())
    for ended in uses:
        use_withdrawn.send(sender=Consent, case=case, use=Use(ended))
    return len(uses)


def approve_wording(*, wording: ConsentWording) -> ConsentWording:
    """Approve a wording: from now on people are asked with it, and nobody can change it.

    Raises WordingStands when it was approved before.
    """
    wording.approved_at = timezone.now()
    wording.save()
    return wording


@transaction.atomic
def erase(*, case: UUID) -> None:
    """Forget a case: enter it in the ledger, end its consents, empty every registered store, then destroy its key.

    After the commit the ledger's copy outside the database gets its line, and SQLite's journal is folded. What stays is
    the consent log: the case's key and times, no word and no name.
    """
    entry, is_new = Erasure.objects.get_or_create(case=case)
    if is_new:
        transaction.on_commit(partial(append_to_ledger, [(case, entry.at)]), robust=True)
    transaction.on_commit(fold_journal, robust=True)
    end_consent(case=case)
    with deciding():
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


def check_ledger() -> None:
    """Raises ImproperlyConfigured when the database still has a case that the ledger's copy says was erased.

    That is so when it comes from a backup, until `manage.py apply_erasures` has been run.
    """
    erased = read_ledger(ledger_path())
    if erased and not erased.isdisjoint(CaseKey.objects.values_list("case", flat=True)):
        message = "This database is older than the ledger of erasures. Run `manage.py apply_erasures` before it serves."
        raise ImproperlyConfigured(message)


def check_before_serving() -> None:
    """Refuse to start with another database's key ring, or with a database that still has what was erased."""
    check_ring()
    check_ledger()


def apply_erasures(*, cases: set[UUID]) -> int:
    """Erase again what a ledger names and this database still holds or has not entered. Returns how many."""
    known = set(Erasure.objects.values_list("case", flat=True)) - set(CaseKey.objects.values_list("case", flat=True))
    for case in cases - known:
        erase(case=case)
    return len(cases - known)


def take_turn(*, name: str, length: datetime.timedelta) -> bool:
    """Claim a job that only one process may do at a time, for so long at most. Returns whether it is ours."""
    now = timezone.now()
    Turn.objects.get_or_create(name=name, defaults={"held_until": now})
    return bool(Turn.objects.filter(name=name, held_until__lte=now).update(held_until=now + length))


def end_turn(*, name: str) -> None:
    """Give the job back."""
    Turn.objects.filter(name=name).update(held_until=timezone.now())
