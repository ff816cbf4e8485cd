"""Yeses that run out within a month: the author is asked again in my story; staff see that it is near."""

import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.models import Page

from workflows.people.enums import Role
from workflows.privacy.models import Consent

from .base import StoriesList
from .columns import ChoiceColumn, DayColumn, StoryColumn

NEAR = datetime.timedelta(days=30)


def consents_ending() -> QuerySet[Consent]:
    """Return the standing yeses whose last day is near, the nearest first."""
    return Consent.objects.standing().filter(ends_on__lte=timezone.localdate() + NEAR).order_by("ends_on", "pk")


class EndingList(StoriesList):
    page_title = _("Yeses about to end")
    about = _("Each author was asked, or will be, whether their yes goes on. Nobody here can say it for them.")
    name = "consents_ending"
    header_icon = "date"
    roles = (Role.EDITOR, Role.SAFEGUARDING)
    columns = (
        StoryColumn("story", label=_("Story")),
        ChoiceColumn("use", label=_("Use")),
        DayColumn("ends_on", label=_("Last day")),
        BooleanColumn("asked_again", label=_("Author was asked again")),
    )
    list_export = ("story", "get_use_display", "ends_on", "asked_again")
    export_headings = {"story": _("Story"), "get_use_display": _("Use"), "ends_on": _("Last day")}
    export_filename = "yeses-about-to-end"

    def get_queryset(self):
        pages = Page.objects.filter(translation_key=OuterRef("case"), alias_of=None).order_by("pk")
        return consents_ending().annotate(
            story=Subquery(pages.values("title")[:1]), page_pk=Subquery(pages.values("pk")[:1])
        )
