"""Which stories a minute has to look at: those that lack a reader, or whose reader is late, resting or unqualified."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, TaskState

from workflows.people.enums import Band, Role, Training
from workflows.people.models import AgeMark, Qualification, User

from .models import ChampionReviewTask, Reading, StepState


def cases_in_need() -> list[UUID]:
    """Return the cases before their readers in which something has to be done, in four queries, however many."""
    running = StepState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ChampionReviewTask.objects.all())
    steps = dict(running.values_list("workflow_state__object_id", "lacking_since"))
    pages = dict(Page.objects.filter(pk__in=list(steps)).values_list("translation_key", "pk"))
    held = Reading.objects.held().filter(case__in=list(pages)).annotate(in_need=_in_need())
    found = list(held.values_list("case", "in_need", "beside"))
    read = {case for case, _in_need, beside in found if not beside}
    needy = {case for case, in_need, _beside in found if in_need}
    return [case for case, pk in pages.items() if case in needy or case not in read or steps[str(pk)]]


def _in_need() -> Q:
    """Return what says of a reading that it is late, or that its reader may not read it or takes a break."""
    person = OuterRef("champion")
    marks = Qualification.objects.filter(person=person, valid_until__gte=timezone.localdate())
    groups = User.groups.through.objects.filter(user=person, group__name=Role.CHAMPION)
    adult = AgeMark.objects.filter(case=OuterRef("case"), band=Band.ADULT)
    return Q(
        Q(due_on__lt=timezone.localdate())
        | Q(champion__champion__paused=True)
        | Q(champion__is_active=False)
        | ~Exists(groups)
        | ~Exists(marks.filter(kind=Training.CHAMPION))
        | (~Exists(adult) & ~Exists(marks.filter(kind=Training.PVG)))
    )
