"""Who agreed to which version: numbers by use, language and version. No case's key and nobody's name."""

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

from .models import ConsentWording
from .reportlist import ReportList


class ConsentsReport(ReportList):
    """One row for each version of each wording: how many yeses to it stand, and how many have ended."""

    page_title = _("Who agreed to which version")
    header_icon = "form"
    name, place = "consents_by_version", "consents"
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

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list: whoever may see the wordings."""
        return person.has_perm("privacy.view_consentwording")

    def get_queryset(self):
        over = Q(consent__ended_at__isnull=False) | Q(consent__ends_on__lt=timezone.localdate())
        counted = ConsentWording.objects.annotate(given=Count("consent"), ended=Count("consent", filter=over))
        return counted.annotate(standing=F("given") - F("ended")).order_by("use", "language", "-version")
