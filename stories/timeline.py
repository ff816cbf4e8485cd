"""What happened so far, in plain words: worked out from the rows, without a name, a vote or a reason."""

import datetime
from typing import NamedTuple

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import TaskState

from workflows.review.enums import ReadingState
from workflows.review.models import (
    AuthorSealTask,
    ChampionReviewTask,
    PrepareTask,
    Reading,
    Seal,
    StepState,
    Suggestion,
)
from workflows.safeguarding.models import Concern

from .submission import Submission


class Event(NamedTuple):
    """One thing that happened, and when."""

    at: datetime.datetime
    text: str


def what_happened(submission: Submission, page=None) -> list[Event]:
    """Return what happened to a story, the oldest first. `page` is the story's page, if there is one."""
    case = submission.case
    events = [
        Event(submission.created_at, _("You began to write.")),
        Event(submission.sent_at, _("You sent us your story.")),
        Event(submission.changed_at, _("You changed what you had sent.")),
        Event(_first_answer(submission), _("A person here wrote to you.")),
        *_readings(case),
        *(_steps(page) if page else []),
        *_answers(case),
        *[Event(seal.at, _("You said yes to your page.")) for seal in Seal.objects.filter(case=case)],
        *_pauses(case),
        Event(submission.declined_at, _("We told you that we won’t publish it.")),
    ]
    return sorted((event for event in events if event.at), key=lambda event: event.at)


def _first_answer(submission):
    return next((line.at for line in submission.messages.all() if not line.by_author), None)


def _readings(case):
    """Tell of the first reading alone: how many there were in the end could tell that readers disagreed."""
    done = Reading.objects.counted().filter(case=case, state=ReadingState.DONE).order_by("ended_at").first()
    return [Event(done.ended_at, _("A trained volunteer has read it."))] if done else []


def _steps(page):
    steps = StepState.objects.filter(
        workflow_state__object_id=str(page.pk), workflow_state__base_content_type=page.get_base_content_type()
    ).select_related("task", "workflow_state")
    for step in steps.order_by("started_at", "pk"):
        yield from _step(step, type(step.task.specific))
    if page.first_published_at:
        yield Event(page.first_published_at, _("Your page was published."))
    if page.last_published_at and page.last_published_at != page.first_published_at:
        yield Event(page.last_published_at, _("Your page was published again, as you changed it."))


def _step(step, task):
    is_done = step.status == TaskState.STATUS_APPROVED
    if step.status == TaskState.STATUS_SKIPPED:
        return
    if task is ChampionReviewTask:
        yield Event(step.started_at, _("We accepted it, and asked trained volunteers to read it."))
        yield Event(step.lacking_told_at, _("No reader was free in time. We told you, and gave you a new date."))
        if is_done:
            yield Event(step.finished_at, _read_by(step.task.specific.readings))
    elif task is PrepareTask and is_done:
        yield Event(step.finished_at, _("An editor made your page ready."))
    elif task is AuthorSealTask:
        yield Event(step.started_at, _("Your page came to you. It was your turn."))


def _read_by(readings: int) -> str:
    text = ngettext("%(n)s trained volunteer has read it.", "%(n)s trained volunteers have read it.", readings)
    return capfirst(text % {"n": apnumber(readings)})


def _answers(case):
    """Tell once a day that answers came, however many."""
    answered = Suggestion.objects.filter(case=case, answered_at__isnull=False).values_list("answered_at", flat=True)
    days = {timezone.localdate(at): at for at in sorted(answered)}
    return [Event(at, _("You answered suggestions.")) for at in days.values()]


def _pauses(case):
    """Tell of several worries at one time as one pause."""
    pauses: list[list] = []
    worries = Concern.objects.filter(case=case).order_by("raised_at")
    for begun, ended in worries.values_list("raised_at", "closed_at"):
        if pauses and (pauses[-1][1] is None or begun <= pauses[-1][1]):
            pauses[-1][1] = ended and pauses[-1][1] and max(ended, pauses[-1][1])
        else:
            pauses.append([begun, ended])
    for begun, ended in pauses:
        yield Event(begun, _("We paused everything, to check that everyone is safe."))
        yield Event(ended, _("The pause ended. It went on."))
