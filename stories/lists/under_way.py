"""Stories under way: which step each is at, by when the next answer was promised, whether it is paused. No words."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.models import Task

from workflows.people.enums import Role
from workflows.review.models import AuthorSealTask, ChampionReviewTask, PrepareTask, PublishTask, StepState
from workflows.review.under_way import about_to_break, for_editors, steps_under_way

from .base import StoriesList
from .columns import DayColumn, StoryColumn


class UnderWayFilters(WagtailFilterSet):
    """What one may choose by."""

    task = django_filters.ModelChoiceFilter(label=_("Step"), queryset=Task.objects.none())
    waits = django_filters.ChoiceFilter(
        label=_("Show"),
        method="of_kind",
        choices=[("me", _("What waits for me")), ("soon", _("Promises about to break")), ("day", _("Day is set"))],
    )
    paused = django_filters.BooleanFilter(label=_("Paused"))

    class Meta:
        model = StepState
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = (ChampionReviewTask, PrepareTask, AuthorSealTask, PublishTask)
        ours = Q(*[("pk__in", kind.objects.values("pk")) for kind in kinds], _connector=Q.OR)
        self.filters["task"].field.queryset = Task.objects.filter(ours, active=True)

    def of_kind(self, steps, name, value):
        """Return the steps of one of the three kinds."""
        if value == "me":
            return for_editors(steps, self.request.user)
        return about_to_break(steps) if value == "soon" else steps.filter(publish_on__isnull=False)


class UnderWayList(StoriesList):
    page_title = _("Stories under way")
    about = _("Every story between acceptance and its page. “Paused” says no more than that.")
    name = "stories_under_way"
    header_icon = "tasks"
    roles = (Role.EDITOR, Role.SAFEGUARDING)
    filterset_class = UnderWayFilters
    columns = (
        StoryColumn("story", label=_("Story")),
        Column("task.name", label=_("Step")),
        DayColumn("started_at", label=_("Since")),
        DayColumn("due_on", label=_("Promised by")),
        DayColumn("publish_on", label=_("Day set")),
        BooleanColumn("paused", label=_("Paused")),
    )
    list_export = ("story", "task.name", "started_at", "due_on", "publish_on", "paused")
    export_headings = {
        "story": _("Story"),
        "task.name": _("Step"),
        "started_at": _("Since"),
        "due_on": _("Promised by"),
        "publish_on": _("Day set"),
        "paused": _("Paused"),
    }
    export_filename = "stories-under-way"

    def get_queryset(self):
        return steps_under_way()
