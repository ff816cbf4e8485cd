"""Of the actions layer: somebody who opens far more stories in a day than their work asks for is noticed."""

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, DataProtection, Letter

from .enums import Role
from .models import User


def many_reads() -> list[int]:
    """Return the keys of those who opened more cases today than the charity's number."""
    most = DataProtection.load().reads_a_day
    today = AccessLog.objects.filter(at__gte=_midnight()).values("person").annotate(cases=Count("case", distinct=True))
    return list(today.filter(cases__gt=most).order_by("person").values_list("person", flat=True))


def warn_of_many_reads() -> bool:
    """Write to administrators, once a day, that somebody opened more than usual; the report says who. Returns whether.

    Whoever is meant gets no letter about themselves, unless nobody else is left to read it.
    """
    with transaction.atomic(durable=True):
        told = Letter.objects.filter(kind=LetterKind.MANY_READS, created_at__gte=_midnight())
        meant = many_reads()
        if not meant or told.exists():
            return False
        administrators = User.objects.in_role(Role.ADMINISTRATOR)
        for person in administrators.exclude(pk__in=meant) or administrators:
            write_letter_to(person, LetterKind.MANY_READS)
    return True


def _midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
