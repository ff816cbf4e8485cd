"""Letters that could not be sent, for those who then reach that person another way. No address and no key of a case."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

from workflows.privacy.models import Letter
from workflows.privacy.reportlist import ReportList

from .rules import can_see_unsent_letters


class UnsentLettersReport(ReportList):
    """What was given up after the last try: which letter, when written, to whom of the staff, what went wrong."""

    page_title = _("Letters not sent")
    header_icon = "mail"
    name, place = "unsent_letters", "letters"
    columns = (
        Column("kind", label=_("Letter"), accessor="get_kind_display"),
        DateColumn("created_at", label=_("Written")),
        Column("person", label=_("Member of staff")),
        Column("tries", label=_("Tries")),
        Column("failure", label=_("What went wrong")),
    )

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list."""
        return can_see_unsent_letters(person)

    def get_queryset(self):
        return Letter.objects.given_up().select_related("person")
