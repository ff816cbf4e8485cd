"""The four steps of "Story review": Wagtail tasks. Champions and authors act outside the admin, editors inside it."""

import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.people.rules import can_read_age
from workflows.safeguarding.frozen import is_frozen

from .avoided import is_avoided
from .errors import Frozen, NotSealed, Refused, Stale
from .signals import promise_moved, publishing_planned, step_started

NOTICE = datetime.timedelta(hours=24)  # an author hears of the day at least so long before
LEAST_READINGS = 2
NO_WAIT = datetime.timedelta(minutes=-1)  # unless they asked not to wait


class PublishDayForm(forms.Form):
    """Asks an editor for the day and time on which a sealed page appears."""

    day = forms.DateTimeField(
        label=_("Day and time"),
        help_text=_("At least 24 hours from now, so that the author hears of it before. Form: 2026-12-24 10:00"),
        widget=forms.DateTimeInput(attrs={"placeholder": "2026-12-24 10:00"}),
    )

    def __init__(self, *args, soonest=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.soonest = soonest

    def clean_day(self):
        """Refuse a day too near. The modal asks without a limit; the step asks again with one."""
        day = self.cleaned_data["day"]
        if self.soonest and day < self.soonest:
            raise forms.ValidationError(_("The author must hear at least 24 hours before. Please choose a later time."))
        return day


class StepState(TaskState):
    """A task state with a promised date; the last step also waits for its day."""

    due_on = models.DateField(null=True)
    warned = models.BooleanField(default=False)  # staff heard that this date is about to pass
    publish_on = models.DateTimeField(null=True)
    at_once = models.BooleanField(default=False)  # the author asked not to wait a day
    readings = models.PositiveSmallIntegerField(default=LEAST_READINGS)  # how many the step asked for when it began
    lacking_since = models.DateTimeField(null=True)  # since when no reader was free for it
    lacking_told_at = models.DateTimeField(null=True)  # when its author heard of that

    @property
    def is_due(self) -> bool:
        """Tell whether this step has a day for publishing, and it has come."""
        return bool(self.publish_on and self.publish_on <= timezone.now())

    @property
    def was_begun_by_author(self) -> bool:
        """Tell whether this is the first step of a round that its author began: the steps before it were skipped."""
        others = StepState.objects.filter(workflow_state=self.workflow_state).exclude(pk=self.pk)
        return others.exists() and not others.exclude(status=TaskState.STATUS_SKIPPED).exists()

    @property
    def page(self):
        """Return the specific page under review."""
        return self.workflow_state.content_object.specific


class Step(Task):
    """What the four share: days allowed, a promise, and a gate that trusts nothing the browser sends."""

    days = models.PositiveSmallIntegerField(
        _("days allowed"), default=7, help_text=_("The author is promised an answer by then; staff are told before.")
    )

    task_state_class = StepState
    admin_form_fields = [*Task.admin_form_fields, "days"]
    actions: tuple = ()  # (name, label) an editor may take in the admin; never named "approve"
    role: Role | None = None
    cannot_go = ""  # why this step can't be switched off or taken out, where it can't

    def start(self, workflow_state, user=None):
        """Start the step with its promised date, and tell those above."""
        state = super().start(workflow_state, user=user)
        state.due_on = timezone.localdate() + datetime.timedelta(days=self.days)
        self.prepare(state)
        state.save()
        step_started.send(sender=type(self), state=state)
        return state

    def prepare(self, state) -> None:
        """Write down what the step has to remember from its beginning, before it is saved."""

    def deactivate(self, user=None):
        """Switch the step off, where a story can do without it. Raises Refused where it can't."""
        if self.cannot_go:
            raise Refused(self.cannot_go)
        super().deactivate(user)

    def may_act(self, page, user) -> bool:
        """Tell whether somebody may act here: the step's role, the PVG mark for an under-18 author, nothing paused."""
        case = page.translation_key
        can_read = self.role and user.has_role(self.role) and can_read_age(user, AgeMark.of(case))
        return bool(can_read and not is_frozen(case))

    def locked_for_user(self, obj, user):
        return not self.may_act(obj, user)

    def get_actions(self, obj, user):
        return [(name, label, has_form) for name, label, has_form in self.actions] if self.may_act(obj, user) else []

    def get_form_for_action(self, action):
        return forms.Form

    def get_task_states_user_can_moderate(self, user, **kwargs):
        states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task=self.task_ptr)
        return states if self.role and user.has_role(self.role) else TaskState.objects.none()

    def on_action(self, task_state, user, action_name, /, **kwargs):
        """Take an editor's action, re-read under a lock. Raises Refused, PermissionDenied; nothing else is trusted.

        The rest comes from the browser as it likes: by position only, so that it cannot stand in for person or step.
        """
        if action_name not in {name for name, *_ in self.actions}:
            raise PermissionDenied
        with transaction.atomic(durable=True):
            state = StepState.objects.select_for_update().filter(pk=task_state.pk).first()
            if state is None or state.status != TaskState.STATUS_IN_PROGRESS or state.task_id != self.pk:
                raise Stale
            page = state.page
            if is_frozen(page.case):
                raise Frozen
            if not self.may_act(page, user):
                raise PermissionDenied
            return self.act(state, page, user, action_name, kwargs)

    def act(self, state, page, user, action_name, data):
        """Do what the action says; each step with actions has its own."""
        raise PermissionDenied

    class Meta:
        abstract = True


def send_back(*, step, to: type[Step]) -> None:
    """Return a review to an earlier step: end this one as cancelled, start that one anew."""
    workflow_state = step.workflow_state
    step.status, step.finished_at = step.STATUS_CANCELLED, timezone.now()
    step.save()
    task = to.objects.get(workflow_tasks__workflow=workflow_state.workflow)
    type(workflow_state).objects.get(pk=workflow_state.pk).update(user=None, next_task=task)


def take_day_off(step) -> None:
    """Take the day off a sealed page and promise a new one. Its author hears that the date has moved."""
    if step.publish_on is None:
        return
    step.publish_on, step.warned = None, False
    step.due_on = timezone.localdate() + datetime.timedelta(days=step.task.specific.days)
    step.save(update_fields=["publish_on", "due_on", "warned"])
    promise_moved.send(sender=StepState, case=step.page.case, due_on=step.due_on)


class ChampionReviewTask(Step):
    """Two trained champions read. They act at the desk, never here."""

    readings = models.PositiveSmallIntegerField(
        _("readings needed"),
        default=2,
        validators=[MinValueValidator(2)],
        help_text=_("Two or more. A change counts for stories that come to this step from then on."),
    )
    days_each = models.PositiveSmallIntegerField(
        _("days for one reader"),
        default=4,
        validators=[MinValueValidator(2)],
        help_text=_("After them the next free champion is asked. Keep it shorter than the days allowed."),
    )
    days_alone = models.PositiveSmallIntegerField(
        _("days without a reader"),
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("When nobody is free for so long, staff hear of it, and the author hears the truth and a new day."),
    )
    admin_form_fields = [*Step.admin_form_fields, "readings", "days_each", "days_alone"]
    cannot_go = _("This step stays: every story is read by two trained champions.")

    class Meta:
        verbose_name = _("champions read")

    @classmethod
    def get_description(cls):
        return _("Trained champions with lived experience read the story and may suggest changes.")

    def prepare(self, state) -> None:
        """Keep the number of readings: a change in Settings is for stories to come."""
        state.readings = max(self.readings, LEAST_READINGS)


class PrepareTask(Step):
    """An editor suggests, and chooses picture, alt text, content notes and tags."""

    role = Role.EDITOR
    actions = (("ready", _("Ready for the author"), False),)

    class Meta:
        verbose_name = _("editor prepares")

    @classmethod
    def get_description(cls):
        return _("An editor chooses picture, content notes and tags. The words stay the author’s.")

    def act(self, state, page, user, action_name, data):
        """Hand the page to its author."""
        state.approve(user=user)


class AuthorSealTask(Step):
    """The author answers every suggestion, sees the whole page, and says yes, or not yet."""

    cannot_go = _("This step stays: nothing is published without its author’s yes.")

    class Meta:
        verbose_name = _("author decides")

    @classmethod
    def get_description(cls):
        return _("The author answers every suggestion and says yes to the exact page.")


class PublishTask(Step):
    """An editor sets the day; the page waits for it, locked."""

    role = Role.EDITOR
    actions = (
        ("schedule", _("Set the day"), True),
        ("no-day", _("Take the day off"), False),
        ("ask-again", _("Ask the author again"), False),
    )
    cannot_go = _("This step stays: the author hears of the day at least 24 hours before.")

    class Meta:
        verbose_name = _("editor publishes")

    @classmethod
    def get_description(cls):
        return _("An editor sets the day. The author hears at least 24 hours before.")

    def prepare(self, state) -> None:
        """Remember that the author asked not to wait, when the page comes back to this step."""
        earlier = StepState.objects.filter(workflow_state=state.workflow_state, task=self).exclude(pk=state.pk)
        state.at_once = earlier.filter(at_once=True).exists()

    def locked_for_user(self, obj, user):
        """Lock the page for everyone once its day is set: what the author said yes to is what appears."""
        state = obj.current_workflow_task_state
        waits = bool(state and state.specific.publish_on)
        return waits or super().locked_for_user(obj, user)

    def get_form_for_action(self, action):
        return PublishDayForm

    def act(self, state, page, user, action_name, data):
        """Set the day, at least 24 hours ahead unless the author asked not to wait; or take it off; or ask again."""
        if action_name == "ask-again":
            send_back(step=state, to=AuthorSealTask)
        elif action_name == "no-day":
            take_day_off(state)
        else:
            self._set_day(state, page, data)

    def _set_day(self, state, page, data):
        form = PublishDayForm(
            {"day": str(data.get("day", ""))}, soonest=timezone.now() + (NO_WAIT if state.at_once else NOTICE)
        )
        if not form.is_valid():
            raise Refused(" ".join(form.errors["day"]))
        if page.get_latest_revision_as_object().matching_seal() is None:
            raise NotSealed
        if is_avoided(page.case, form.cleaned_data["day"]):
            raise Refused(_("The author asked for another day than this one. Please choose one before or after it."))
        if state.publish_on == form.cleaned_data["day"]:
            return  # pressed twice
        if state.publish_on:
            raise Refused(_("A day is set already. Its author has heard of it. Take it off first, then set another."))
        state.publish_on = form.cleaned_data["day"]
        state.save(update_fields=["publish_on"])
        publishing_planned.send(sender=type(self), case=page.case, at=state.publish_on)
