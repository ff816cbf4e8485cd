"""Who opened which unpublished words: a report by role, without a word and without a name of an author."""

import django_filters
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from workflows.privacy.models import AccessLog
from workflows.privacy.reportlist import ReportList

from .rules import can_see_reads


class ReadsFilter(WagtailFilterSet):
    """By role, person, day and what was opened."""

    role = django_filters.ModelChoiceFilter(
        label=_("Role"), field_name="person__groups", queryset=Group.objects.order_by("name")
    )
    at = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = AccessLog
        fields = ("role", "person", "at")


def roles_of(row: AccessLog) -> str:
    """Return the roles of whoever opened it, as they are today."""
    return ", ".join(sorted(group.name for group in row.person.groups.all()))


class ReadsReport(ReportList):
    """One row for each time: who, in which role, what, which case, when. A case is named by eight signs of its key."""

    page_title = _("Who read what")
    header_icon = "history"
    name, place = "who_read_what", "reads"
    filterset_class = ReadsFilter
    columns = (
        DateColumn("at", label=_("When")),
        Column("person", label=_("Who"), accessor="person"),
        Column("roles", label=_("Role"), accessor=roles_of),
        Column("what", label=_("What")),
        Column("case", label=_("Case"), accessor=lambda row: str(row.case)[:8]),
    )
    list_export = ("at", "person", "what", "case")
    export_headings = {"at": _("When"), "person": _("Who"), "what": _("What"), "case": _("Case")}
    export_filename = "who-read-what"

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list."""
        return can_see_reads(person)

    def get_queryset(self):
        return AccessLog.objects.select_related("person").prefetch_related("person__groups").order_by("-at", "-pk")
