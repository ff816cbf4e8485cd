"""Who opened which unpublished words: a report by role, without a word and without a name of an author."""

import django_filters
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from workflows.privacy.exports import HarmlessExport
from workflows.privacy.models import AccessLog

from .rules import can_see_reads

NAME = "who_read_what"


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


class ReadsView(HarmlessExport, ReportView):
    """One row for each time: who, in which role, what, which case, when. A case is named by eight signs of its key."""

    page_title = _("Who read what")
    header_icon = "history"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
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

    def dispatch(self, request, *args, **kwargs):
        if not can_see_reads(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return AccessLog.objects.select_related("person").prefetch_related("person__groups").order_by("-at", "-pk")


class ReadsMenuItem(MenuItem):
    def is_shown(self, request):
        return can_see_reads(request.user)


def reads_urls():
    """Return the report's two addresses: the page, and its rows alone."""
    return [
        path("reports/reads/", ReadsView.as_view(), name=NAME),
        path("reports/reads/results/", ReadsView.as_view(results_only=True), name=f"{NAME}_results"),
    ]


def reads_menu_item():
    """Return the entry under Reports."""
    return ReadsMenuItem(_("Who read what"), reverse(NAME), name="who-read-what", icon_name="history")
