"""Promised dates: staff hear before one breaks, the author hears a new date after. Part of the actions."""

import datetime
import logging
from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .actions import publish_due
from .cases import lock_step, step_of
from .errors import Refused
from .models import AuthorSealTask, ChampionReviewTask, Plea, StepState, Suggestion
from .needing import cases_in_need
from .readers import offer_missing
from .signals import promise_moved
from .steps import take_day_off

logger = logging.getLogger(__name__)
WARNING = datetime.timedelta(days=1)
MORE_TIME = datetime.timedelta(days=7)


def alert(role: Role) -> None:
    """Write to everyone of a role that a promise is about to break."""
    for person in User.objects.in_role(role):
        write_letter_to(person, LetterKind.PROMISE_AT_RISK)


def keep_promise(row, *, anew: datetime.date, warn: Callable[[], object]) -> bool:
    """Warn once before a row's `due_on` breaks; after it, give it a new date. Returns whether it was broken."""
    is_broken = row.due_on < timezone.localdate()
    if is_broken:
        row.due_on, row.warned = anew, False
    elif not row.warned:
        row.warned = True
        warn()
    row.save(update_fields=["due_on", "warned"])
    return is_broken


def one_by_one(keys: Iterable, act: Callable) -> int:
    """Act on each key. Whatever goes wrong with one holds up no other. Returns how many acts said that they did it."""
    return sum(_done(act, key) for key in list(keys))


def _done(act: Callable, key) -> bool:
    try:
        return bool(act(key))
    except Refused:
        return False  # paused, or decided in the meantime
    except Exception as error:  # noqa: BLE001  (the next one is due all the same)
        logger.error("%s failed for one of many: %s.", act.__name__, type(error).__name__)  # noqa: TRY400  (no words)
        return False


def watch_promises() -> None:
    """Warn staff once, a day before a step is due; move a broken promise by a week and tell those above.

    The author's own step has no pressure: its date is when we ask again, in my story, and nothing is moved. Nor is
    anything owed while a sealed page waits for its day.
    """
    soon = timezone.localdate() + WARNING
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, publish_on=None, due_on__lte=soon)
    one_by_one(running.exclude(task__in=AuthorSealTask.objects.all()).values_list("pk", flat=True), _watch_step)
    one_by_one(Suggestion.objects.pending().filter(due_on__lte=soon).values_list("pk", flat=True), _watch_own_words)
    one_by_one(Plea.objects.with_staff().filter(due_on__lte=soon).values_list("pk", flat=True), _watch_talk)


@transaction.atomic(durable=True)
def _watch_step(pk) -> None:
    step = StepState.objects.select_for_update(of=("self",)).select_related("task").get(pk=pk)
    role = step.task.specific.role or Role.SAFEGUARDING
    if keep_promise(step, anew=timezone.localdate() + MORE_TIME, warn=partial(alert, role)):
        promise_moved.send(sender=StepState, case=step.page.case, due_on=step.due_on)


@transaction.atomic(durable=True)
def _watch_own_words(pk) -> None:
    words = Suggestion.objects.select_for_update().get(pk=pk)
    if keep_promise(words, anew=timezone.localdate() + MORE_TIME, warn=partial(alert, Role.SAFEGUARDING)):
        promise_moved.send(sender=Suggestion, case=words.case, due_on=words.due_on)


@transaction.atomic(durable=True)
def _watch_talk(pk) -> None:
    plea = Plea.objects.select_for_update(of=("self",)).get(pk=pk)
    if keep_promise(plea, anew=timezone.localdate() + MORE_TIME, warn=partial(alert, Role.SAFEGUARDING)):
        promise_moved.send(sender=Plea, case=plea.case, due_on=plea.due_on)


def publish_what_is_due() -> int:
    """Publish every sealed page whose day has come, each in a transaction of its own. Returns how many went live."""
    waiting = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, publish_on__lte=timezone.now())
    return one_by_one([step.page.case for step in waiting.order_by("publish_on")], publish_due)


def look_for_readers() -> None:
    """Offer cases that lack a reader, or whose reader is late or may not read any more, to whoever is free.

    When nobody was free for the days that Settings, Workflows says, staff hear of it, and the author gets a new date.
    """
    one_by_one(cases_in_need(), _find_readers)


@transaction.atomic(durable=True)
def _find_readers(case: UUID) -> None:
    step = lock_step(case, ChampionReviewTask)
    offer_missing(step=step)
    patience = datetime.timedelta(days=step.task.specific.days_alone)
    if step.lacking_since and not step.lacking_told_at and step.lacking_since + patience <= timezone.now():
        _say_that_nobody_is_free(step)


def _say_that_nobody_is_free(step: StepState) -> None:
    step.lacking_told_at, step.warned = timezone.now(), False
    step.due_on = max(step.due_on, timezone.localdate() + MORE_TIME)
    step.save(update_fields=["lacking_told_at", "due_on", "warned"])
    alert(Role.SAFEGUARDING)
    promise_moved.send(sender=StepState, case=step.page.case, due_on=step.due_on)


def plan_anew(case: UUID) -> None:
    """Take a day off that has passed while a page was paused: its author hears of a day before it, not after."""
    step = step_of(case)
    if step and step.is_due:
        take_day_off(step)
