"""How an editor sees a session: six tabs, in the order a teacher reads it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

from home.seen import ADDRESS, SCHOOLS, seen


def session_tabs(safe_fields: tuple[str, ...]) -> TabbedInterface:
    """Return the tabs of the session editor."""
    return TabbedInterface([_lesson(), _activities(), _files(), _safe(safe_fields), _curriculum(), _promote()])


def _panels(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


def _lesson() -> ObjectList:
    panels = [
        *Page.content_panels,
        FieldRowPanel(_panels("number", "minutes_to_prepare", "minutes_to_run")),
        *_panels("summary", "read_first", "aims"),
        MultiFieldPanel(_panels("to_prepare", "to_print"), _("Get ready")),
        *_panels("short_route", "cover_note"),
    ]
    return ObjectList(seen(SCHOOLS, panels), heading=_("Lesson"))


def _activities() -> ObjectList:
    told = _("The minutes of all activities make up the lesson; the short minutes make up the 25-minute route.")
    return ObjectList(seen(SCHOOLS, [HelpPanel(told), *_panels("activities", "no_screen")]), heading=_("Activities"))


def _files() -> ObjectList:
    told = _("Originals that teachers can change, and sheets to print. Size and format are read from the files.")
    return ObjectList([HelpPanel(told), InlinePanel("resources", label=_("File"))], heading=_("Files"))


def _safe(safe_fields) -> ObjectList:
    told = _("A session can’t be published while one of these is empty. Drafts can be saved at any time.")
    return ObjectList(seen(SCHOOLS, [HelpPanel(told), *_panels(*safe_fields)]), heading=_("Teach it safely"))


def _curriculum() -> ObjectList:
    return ObjectList(seen(SCHOOLS, _panels("level", "stage", "codes", "setting")), heading=_("Curriculum"))


def _promote() -> ObjectList:
    return ObjectList(seen(ADDRESS, Page.promote_panels), heading=_("Promote"))
