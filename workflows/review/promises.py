"""Promised dates: staff hear before one breaks, the author hears a new date after. Part of the actions."""

import datetime
import logging
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .actions import offer_missing, publish_due
from .cases import lock_step
from .errors import Refused
from .models import AuthorSealTask, ChampionReviewTask, StepState
from .signals import promise_moved

logger = logging.getLogger(__name__)
WARNING = datetime.timedelta(days=1)
MORE_TIME = datetime.timedelta(days=7)


def alert(role: Role) -> None:
    """Write to everyone of a role that a promise is about to break."""
    for person in User.objects.in_role(role):
        write_letter_to(person, LetterKind.PROMISE_AT_RISK)


def watch_promises() -> None:
    """Warn staff once, a day before a step is due; move a broken promise by a week and tell those above.

    The author's own step has no pressure: its date is when we ask again, in my story, and nothing is moved.
    """
    today = timezone.localdate()
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, due_on__lte=today + WARNING)
    for pk in running.exclude(task__in=AuthorSealTask.objects.all()).values_list("pk", flat=True):
        with transaction.atomic():
            step = StepState.objects.select_for_update().select_related("task").get(pk=pk)
            if step.due_on < today:
                step.due_on, step.warned = today + MORE_TIME, False
                promise_moved.send(sender=StepState, case=step.page.case, due_on=step.due_on)
            elif not step.warned:
                step.warned = True
                alert(step.task.specific.role or Role.SAFEGUARDING)
            step.save(update_fields=["due_on", "warned"])


def publish_what_is_due() -> int:
    """Publish every sealed page whose day has come, each in a transaction of its own. Returns how many went live."""
    waiting = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, publish_on__lte=timezone.now())
    cases = [step.page.case for step in waiting.order_by("publish_on")]
    return sum(_published(case) for case in cases)


def _published(case: UUID) -> bool:
    """Publish one; whatever stands in its way holds up no other, and no word of it goes to the log."""
    try:
        return publish_due(case=case)
    except Exception as error:  # noqa: BLE001  (the next story is due all the same)
        logger.error("A story was due and could not be published: %s.", type(error).__name__)  # noqa: TRY400
        return False


def look_for_readers() -> None:
    """Offer cases that lack a reader to whoever has become free."""
    reading = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    for case in [step.page.case for step in reading]:
        try:
            with transaction.atomic(durable=True):
                offer_missing(step=lock_step(case, ChampionReviewTask))
        except Refused:
            continue  # paused, or past this step by now
