"""Of the actions layer: a school asks for a visit, hears by a promised day, and is forgotten in time."""

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import erase, write_letter, write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind

from .enums import OVER, VisitState
from .models import Visit

REPLY_DAYS = 7
KEPT = datetime.timedelta(days=90)  # after it took place, or could not
A_DAY = 30  # more than that in a day is no school


def ask_for_visit(*, pack, sessions, language: str, **told) -> Visit | None:
    """Keep what a school wrote, encrypted, with the day it is answered by; write to the team, and to the school.

    Returns None, and keeps nothing, when more came today than schools there are.
    """
    with transaction.atomic():
        if Visit.objects.filter(asked_at__gte=timezone.now() - datetime.timedelta(days=1)).count() >= A_DAY:
            return None
        case = uuid.uuid4()
        mint_key(case)
        reply_by = timezone.localdate() + datetime.timedelta(days=REPLY_DAYS)
        visit = Visit.objects.create(case=case, pack=pack, language=language, reply_by=reply_by, **told)
        visit.sessions.set(sessions)
        write_letter(case=case, address=told["address"], kind=LetterKind.VISIT_RECEIVED, language=language)
        for person in User.objects.in_role(Role.DELIVERY):
            write_letter_to(person, LetterKind.VISIT_ASKED, case=case)
    return visit


def move_visit(*, visit: Visit, state: VisitState, reply_by, agreed_for, note: str) -> None:
    """Write down how far a visit has come and by when the school hears again."""
    with transaction.atomic():
        visit = Visit.objects.select_for_update().get(pk=visit.pk)
        visit.state, visit.reply_by, visit.agreed_for, visit.note = state, reply_by, agreed_for, note
        visit.over_at = (visit.over_at or timezone.now()) if state in OVER else None
        visit.save()


def forget_old_visits() -> None:
    """Erase visits that are long over."""
    for case in Visit.objects.filter(over_at__lt=timezone.now() - KEPT).values_list("case", flat=True):
        erase(case=case)
