"""Reader load: who read how much in the last year, how much of it in time, and what waits with whom."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from workflows.people.enums import Role
from workflows.review.burdens import who_read_how_much

from .base import StoriesList

HEADINGS = {
    "name": _("Reader"),
    "read": _("Read in the last year"),
    "in_time": _("Of these in time"),
    "waiting": _("Waiting"),
    "late": _("Of these late"),
}


class ReadersReport(StoriesList):
    page_title = _("Reader load")
    about = _(
        "For sharing the work fairly, not for measuring people. What somebody gave back is not counted, and no story "
        "is named."
    )
    name = "reader_load"
    header_icon = "group"
    roles = (Role.SAFEGUARDING, Role.ADMINISTRATOR)
    columns = tuple(Column(name, label=label) for name, label in HEADINGS.items())
    list_export = tuple(HEADINGS)
    export_headings = HEADINGS
    export_filename = "reader-load"

    def get_queryset(self):
        rows = who_read_how_much()
        for person in rows:
            person.name = str(person)
        return rows
