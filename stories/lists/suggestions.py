"""Suggestions: of which kind, about which sort of part, and what the author answered. Not one word of them."""

import django_filters
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from workflows.people.enums import Role
from workflows.review.enums import BYLINE, HEADLINE, Answer, SuggestionKind
from workflows.review.models import Suggestion

from .base import StoriesList
from .columns import ChoiceColumn, DayColumn, StoryColumn


class PartColumn(Column):
    """Which sort of part: a paragraph's own number would need the words."""

    def get_value(self, instance):
        named = {HEADLINE: now("Title"), BYLINE: now("Name on the page")}
        return now("Beside the words") if instance.is_beside else named.get(instance.paragraph, now("Paragraph"))


class SuggestionFilters(WagtailFilterSet):
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=SuggestionKind.choices)
    answer = django_filters.ChoiceFilter(label=_("Answer"), choices=Answer.choices)
    waiting = django_filters.BooleanFilter(
        label=_("Waits for an answer"), field_name="answered_at", lookup_expr="isnull"
    )
    made_at = django_filters.DateFromToRangeFilter(label=_("Made"), widget=DateRangePickerWidget)

    class Meta:
        model = Suggestion
        fields: list[str] = []


class SuggestionsList(StoriesList):
    page_title = _("Suggestions")
    about = _("What was suggested stays between the author and the page it is about. Here are only kinds and answers.")
    name = "suggestions"
    header_icon = "edit"
    roles = (Role.EDITOR, Role.SAFEGUARDING)
    filterset_class = SuggestionFilters
    columns = (
        StoryColumn("story", label=_("Story")),
        PartColumn("paragraph", label=_("Part")),
        ChoiceColumn("kind", label=_("Kind")),
        DayColumn("made_at", label=_("Made")),
        ChoiceColumn("answer", label=_("Answer")),
        DayColumn("answered_at", label=_("Answered")),
    )
    list_export = ("story", "get_kind_display", "made_at", "get_answer_display", "answered_at")
    export_headings = {
        "story": _("Story"),
        "get_kind_display": _("Kind"),
        "made_at": _("Made"),
        "get_answer_display": _("Answer"),
        "answered_at": _("Answered"),
    }
    export_filename = "suggestions"

    def get_queryset(self):
        pages = Page.objects.filter(translation_key=OuterRef("case"), alias_of=None).order_by("pk")
        found = Suggestion.objects.real().annotate(
            story=Subquery(pages.values("title")[:1]), page_pk=Subquery(pages.values("pk")[:1])
        )
        return found.defer("before", "after", "reason", "own_words").order_by("-made_at", "id")
