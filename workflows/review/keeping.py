"""What a reader has typed and not sent is kept for them, and goes with their reading. Part of the actions."""

from collections.abc import Mapping
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.people.models import AgeMark, User

from .enums import HELD
from .errors import Late, Refused
from .models import HalfWritten, Reading
from .rules import can_open_reading

ANSWERS, SPELLING = "answers", "spelling"  # stand where a part's name stands, for what is about the whole
MOST = 60_000  # signs that are kept of one part
MOST_PARTS = 400


def keep_typed(*, reading: Reading, person: User, part: str, typed: Mapping[str, object]) -> HalfWritten:
    """Keep what was typed for one part, in place of what was kept for it; nothing typed is forgotten.

    It is kept while the story is paused too: a pause takes nobody's work. Raises PermissionDenied for anyone but the
    qualified reader, Late when the reading is over, Refused for more than is kept.
    """
    with transaction.atomic(durable=True):
        reading = Reading.objects.select_for_update().get(pk=reading.pk)
        if reading.champion_id != person.pk:
            raise PermissionDenied
        if reading.state not in HELD:
            raise Late
        if not can_open_reading(person, reading, AgeMark.of(reading.case)):
            raise PermissionDenied
        row = HalfWritten.objects.filter(reading=reading).first() or HalfWritten(reading=reading, case=reading.case)
        kept = {key: value for key, value in row.typed.items() if key != part}
        kept |= {part: dict(typed)} if any(typed.values()) else {}
        if sum(map(len, map(str, typed.values()))) > MOST or len(kept) > MOST_PARTS:
            raise Refused(_("That is more than we can keep. Please make it shorter."))
        row.typed, row.kept_at = kept, timezone.now()
        row.save()
        return row


def typed_by(reading: Reading) -> Mapping[str, dict]:
    """Return what is kept of a reading, by part."""
    row = getattr(reading, "half_written", None)
    return row.typed if row else {}


def forget_typed(reading: Reading, part: str) -> None:
    """Forget what was typed for a part, because it was sent. Called inside the transaction that sends it."""
    row = HalfWritten.objects.filter(reading=reading).first()
    if row and part in row.typed:
        row.typed = {key: value for key, value in row.typed.items() if key != part}
        row.save()


def forget_ended(case: UUID | None = None) -> None:
    """Forget what was typed for readings that are over, of one case or of all, whichever way they ended."""
    ended = HalfWritten.objects.exclude(reading__state__in=HELD)
    (ended.filter(case=case) if case else ended).delete()
