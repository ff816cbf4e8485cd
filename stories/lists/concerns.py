"""Concerns: who raised each, when, and when it was closed. What was written in them is read on their own page."""

import django_filters
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn
from wagtail.models import Page

from workflows.people.enums import Role
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

from .base import StoriesList
from .columns import ChoiceColumn, DayColumn


class ConcernColumn(TitleColumn):
    """The way to a concern's own page."""

    def get_value(self, instance):
        return super().get_value(instance) or now("Not a page yet")

    def get_link_url(self, instance, parent_context):
        return reverse("safeguarding:concern", args=[instance.case])


class ConcernFilters(WagtailFilterSet):
    open = django_filters.BooleanFilter(label=_("Still open"), field_name="closed_at", lookup_expr="isnull")
    raised_by = django_filters.ChoiceFilter(label=_("Raised by"), choices=RaisedBy.choices)

    class Meta:
        model = Concern
        fields: list[str] = []


class ConcernsList(StoriesList):
    page_title = _("Concerns")
    about = _("Safeguarding alone sees this list. What was written is on each concern’s own page.")
    name = "concerns"
    header_icon = "warning"
    roles = (Role.SAFEGUARDING,)
    filterset_class = ConcernFilters
    columns = (
        ConcernColumn("story", label=_("Story")),
        ChoiceColumn("raised_by", label=_("Raised by")),
        DayColumn("raised_at", label=_("Raised")),
        DayColumn("due_on", label=_("News due by")),
        DayColumn("closed_at", label=_("Closed")),
    )
    list_export = ("story", "get_raised_by_display", "raised_at", "due_on", "closed_at")
    export_headings = {"story": _("Story"), "get_raised_by_display": _("Raised by"), "raised_at": _("Raised")}
    export_filename = "concerns"

    def get_queryset(self):
        pages = Page.objects.filter(translation_key=OuterRef("case"), alias_of=None).order_by("pk")
        found = Concern.objects.annotate(story=Subquery(pages.values("title")[:1]))
        return found.defer("text", "outcome").order_by("closed_at", "raised_at")
