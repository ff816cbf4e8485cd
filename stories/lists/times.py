"""Time in each step, in days: what waited for us, and what waited for the author."""

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from workflows.people.enums import Role
from workflows.review.times import time_in_steps, waits

from .base import StoriesList


class TimesReport(StoriesList):
    page_title = _("Time in each step")
    about = _("In days, over the last year. The author’s own time is never late: it is counted apart from ours.")
    name = "time_in_steps"
    header_icon = "time"
    roles = (Role.EDITOR, Role.SAFEGUARDING, Role.ADMINISTRATOR)
    columns = (
        Column("name", label=_("Step")),
        Column("who", label=_("Waits for")),
        Column("number", label=_("Left this step")),
        Column("days", label=_("Days, on average")),
        Column("most", label=_("Days, at most")),
        Column("now", label=_("Here now")),
    )
    list_export = ("name", "who", "number", "days", "most", "now")
    export_headings = {
        "name": _("Step"),
        "who": _("Waits for"),
        "number": _("Left this step"),
        "days": _("Days, on average"),
        "most": _("Days, at most"),
        "now": _("Here now"),
    }
    export_filename = "time-in-each-step"

    def get_queryset(self):
        rows = time_in_steps()
        ours = waits(rows, by_author=False) | {"name": now("All that waits for us")}
        theirs = waits(rows, by_author=True) | {"name": now("All that waits for the author")}
        return [_in_words(row) for row in (*rows, ours, theirs)]


def _in_words(row: dict) -> dict:
    """Return a row as it is shown: nobody has left a step yet where there is no average."""
    who = now("the author") if row["by_author"] else now("us")
    shown = {key: "–" if row[key] is None else row[key] for key in ("days", "most")}
    return row | shown | {"who": who}
