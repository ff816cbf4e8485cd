"""Pages whose translations are older than the page: changed since their text was last taken for translating."""

from django.db.models import CharField, IntegerField, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page
from wagtail_localize.models import Translation

from workflows.people.enums import Role

from .base import StoriesList
from .columns import DayColumn


def outdated_translations() -> QuerySet[Translation]:
    """Return the translations at work whose page was published anew since, the longest behind first."""
    pages = Page.objects.filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("source__locale"),
        last_published_at__gt=OuterRef("source__last_updated_at"),
    )
    found = Translation.objects.filter(enabled=True).annotate(
        page_pk=Subquery(pages.values("pk")[:1], output_field=IntegerField()),
        page=Subquery(pages.values("title")[:1], output_field=CharField()),
        changed=Subquery(pages.values("last_published_at")[:1]),
    )
    found = found.filter(page_pk__isnull=False).select_related("source", "target_locale")
    return found.order_by("source__last_updated_at", "pk")


class PageColumn(TitleColumn):
    def get_link_url(self, instance, parent_context):
        return reverse("wagtailadmin_pages:edit", args=[instance.page_pk])


class OutdatedList(StoriesList):
    page_title = _("Translations out of date")
    about = _("The page was changed after its text was taken for translating. Open it and press “Sync translations”.")
    name = "translations_out_of_date"
    header_icon = "site"
    roles = (Role.TRANSLATOR, Role.EDITOR)
    columns = (
        PageColumn("page", label=_("Page")),
        Column("target_locale", label=_("Language")),
        DayColumn("changed", label=_("Page changed")),
        DayColumn("source.last_updated_at", label=_("Taken for translating")),
    )
    list_export = ("page", "target_locale", "changed", "source.last_updated_at")
    export_headings = {"page": _("Page"), "target_locale": _("Language"), "changed": _("Page changed")}
    export_filename = "translations-out-of-date"

    def get_queryset(self):
        return outdated_translations()
