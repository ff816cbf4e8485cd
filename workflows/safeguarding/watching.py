"""Of the actions layer: a worry that nobody opens in time, and days on which nobody is on. `tick` calls both."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .duty import gap_ahead
from .models import Concern
from .rota import Rota
from .shifts import MINUTES, Shift


def tell_second_contacts() -> int:
    """Tell deputy and cover, once, of each worry that nobody opened in time. Returns how many worries.

    Where the rota names neither, all of safeguarding and the administrators hear of it.
    """
    unopened = Concern.objects.open().filter(opened_at=None, second_told_at=None)
    return sum(_tell(pk) for pk in list(unopened.values_list("pk", flat=True)))


@transaction.atomic(durable=True)
def _tell(pk: UUID) -> bool:
    unopened = Concern.objects.open().filter(opened_at=None, second_told_at=None)
    concern = unopened.select_for_update().defer("text", "outcome").filter(pk=pk).first()
    if concern is None:
        return False
    shifts = Shift.objects.at(timezone.now()).select_related("deputy", "cover")
    shift = shifts.manned().order_by("open_within").first()
    within = datetime.timedelta(minutes=shift.open_within if shift else MINUTES)
    if timezone.now() < concern.raised_at + within:
        return False
    concern.second_told_at = timezone.now()
    concern.save(update_fields=["second_told_at"])
    for person in (shift and shift.second_contacts()) or _everyone():
        write_letter_to(person, LetterKind.CONCERN_UNOPENED, case=concern.case)
    return True


def warn_of_gaps() -> bool:
    """Warn safeguarding and administrators, once a day, when nobody is on in the days to come. Returns whether."""
    today = timezone.localdate()
    with transaction.atomic(durable=True):
        rota = Rota.objects.select_for_update().filter(kept=True).exclude(warned_on__gte=today).first()
        if rota is None or gap_ahead(rota) is None:
            return False
        rota.warned_on = today
        rota.save(update_fields=["warned_on"])
        for person in _everyone():
            write_letter_to(person, LetterKind.ROTA_GAP)
    return True


def _everyone() -> list[User]:
    roles = (Role.SAFEGUARDING.value, Role.ADMINISTRATOR.value)
    return list(User.objects.filter(is_active=True, groups__name__in=roles).distinct())
