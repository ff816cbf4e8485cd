"""Letters that could not be sent, for those who then reach that person another way. No address and no key of a case."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from workflows.privacy.models import Letter

from .rules import can_see_unsent_letters

NAME = "unsent_letters"


class UnsentLettersView(ReportView):
    """What was given up after the last try: which letter, when written, to whom of the staff, what went wrong."""

    page_title = _("Letters not sent")
    header_icon = "mail"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    columns = (
        Column("kind", label=_("Letter"), accessor="get_kind_display"),
        DateColumn("created_at", label=_("Written")),
        Column("person", label=_("Member of staff")),
        Column("tries", label=_("Tries")),
        Column("failure", label=_("What went wrong")),
    )

    def dispatch(self, request, *args, **kwargs):
        if not can_see_unsent_letters(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return Letter.objects.given_up().select_related("person")


class UnsentLettersMenuItem(MenuItem):
    def is_shown(self, request):
        return can_see_unsent_letters(request.user)


def report_urls():
    """Return the report's two addresses: the page, and its rows alone."""
    return [
        path("reports/letters/", UnsentLettersView.as_view(), name=NAME),
        path("reports/letters/results/", UnsentLettersView.as_view(results_only=True), name=f"{NAME}_results"),
    ]


def report_menu_item():
    """Return the entry under Reports."""
    return UnsentLettersMenuItem(_("Letters not sent"), reverse(NAME), name="unsent-letters", icon_name="mail")
