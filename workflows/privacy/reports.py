"""Who agreed to which version: numbers by use, language and version. No case's key and nobody's name."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from .exports import HarmlessExport
from .models import ConsentWording

NAME = "consents_by_version"
RIGHT = "privacy.view_consentwording"


class ConsentsView(HarmlessExport, ReportView):
    """One row for each version of each wording: how many yeses to it stand, and how many have ended."""

    page_title = _("Who agreed to which version")
    header_icon = "form"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    columns = (
        Column("use", label=_("Use"), accessor="get_use_display"),
        Column("language", label=_("Language")),
        Column("version", label=_("Version")),
        DateColumn("approved_at", label=_("Approved")),
        Column("standing", label=_("Stand")),
        Column("ended", label=_("Have ended")),
    )
    list_export = ("get_use_display", "language", "version", "approved_at", "standing", "ended")
    export_headings = {"get_use_display": _("Use"), "standing": _("Stand"), "ended": _("Have ended")}
    export_filename = "who-agreed-to-which-version"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        over = Q(consent__ended_at__isnull=False) | Q(consent__ends_on__lt=timezone.localdate())
        counted = ConsentWording.objects.annotate(given=Count("consent"), ended=Count("consent", filter=over))
        return counted.annotate(standing=F("given") - F("ended")).order_by("use", "language", "-version")


class ConsentsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(RIGHT)


def report_urls():
    """Return the report's two addresses: the page, and its rows alone."""
    return [
        path("reports/consents/", ConsentsView.as_view(), name=NAME),
        path("reports/consents/results/", ConsentsView.as_view(results_only=True), name=f"{NAME}_results"),
    ]


def report_menu_item():
    """Return the entry under Reports."""
    return ConsentsMenuItem(_("Who agreed to which version"), reverse(NAME), name="consents", icon_name="form")
