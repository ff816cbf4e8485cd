"""Each minute: answers owed to volunteers, and what is kept of those who left."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from workflows.privacy.actions import erase, write_letter_to
from workflows.privacy.enums import LetterKind

from .enums import Role, ShownAs
from .models import Champion, LineMessage, PrivateLine, User

SOON = datetime.timedelta(days=1)


def watch_lines() -> None:
    """Tell the team a day before an answer is due; once it is late, tell them and the administrators. Each once.

    The date is not moved: the volunteer reads that it was missed, until somebody answers.
    """
    today = timezone.localdate()
    waiting = PrivateLine.objects.filter(due_on__isnull=False)
    for pk in waiting.filter(due_on__lte=today + SOON, warned_at=None).values_list("pk", flat=True):
        _alert(pk, "warned_at", LetterKind.LINE_DUE, Role.DELIVERY)
    for pk in waiting.filter(due_on__lt=today, late_at=None).values_list("pk", flat=True):
        _alert(pk, "late_at", LetterKind.LINE_LATE, Role.DELIVERY, Role.ADMINISTRATOR)


@transaction.atomic
def _alert(pk, mark: str, kind: LetterKind, *roles: Role) -> None:
    line = PrivateLine.objects.select_for_update().filter(pk=pk, due_on__isnull=False, **{mark: None}).first()
    if line is None:
        return  # answered meanwhile
    setattr(line, mark, timezone.now())
    line.save(update_fields=[mark])
    for person in User.objects.filter(is_active=True, groups__name__in=roles).exclude(pk=line.person_id).distinct():
        write_letter_to(person, kind)


def forget_old_words() -> None:
    """Delete messages older than a year, of lines on which nothing waits."""
    before = timezone.now() - datetime.timedelta(days=settings.KEEP_LINES_FOR_DAYS)
    answered = PrivateLine.objects.filter(due_on=None).values("case")
    LineMessage.objects.filter(at__lt=before, case__in=answered).delete()


def forget_the_departed() -> None:
    """Erase what is private of those who left or are no champions any more, some weeks after, and their made-up name.

    Who comes back before that finds it as it was.
    """
    today = timezone.localdate()
    here = User.objects.in_role(Role.CHAMPION).values("pk")
    gone = ~Q(person__in=here)
    PrivateLine.objects.filter(~gone, left_on__isnull=False).update(left_on=None)
    PrivateLine.objects.filter(gone, left_on=None).update(left_on=today)
    over = today - datetime.timedelta(days=settings.KEEP_THE_DEPARTED_FOR_DAYS)
    for case, person in PrivateLine.objects.filter(gone, left_on__lt=over).values_list("case", "person"):
        Champion.objects.filter(person=person).update(shown_as=ShownAs.NOT, made_up_name="")
        erase(case=case)
