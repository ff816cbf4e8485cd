"""What a story waits for, in one line: said where a Publish button would be, and why its page can't be changed."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock

from workflows.review.cases import step_of
from workflows.review.models import AuthorSealTask, ChampionReviewTask, PrepareTask, StepState

WAITS = {
    AuthorSealTask: _("Waiting for the author’s yes since %(day)s"),
    ChampionReviewTask: _("Waiting for two champions since %(day)s"),
    PrepareTask: _("Waiting for an editor since %(day)s"),
}


def waits_for(page, step: StepState | None) -> str:
    """Say in one line why a story can't be published by a press here."""
    if step is None:
        return now("Published: only its author can change the words") if page.live else now("Waiting for staff")
    if step.publish_on:
        at = timezone.localtime(step.publish_on)
        return now("Comes out on %(day)s") % {"day": date_format(at, "j F Y, H:i")}
    day = date_format(timezone.localtime(step.started_at), "j F")
    return WAITS.get(type(step.task.specific), _("Waiting for a day since %(day)s")) % {"day": day}


class StoryLock(WorkflowLock):
    """Says what a locked story waits for; Wagtail's own lock speaks of reviewers for a task."""

    def get_message(self, user):
        """Return what it waits for, and that it can be changed again later."""
        waits = waits_for(self.object, step_of(self.object.case))
        return now("%(waits)s. Until then nothing here can be changed.") % {"waits": waits}

    def get_description(self, user, can_lock=False):
        return waits_for(self.object, step_of(self.object.case))
