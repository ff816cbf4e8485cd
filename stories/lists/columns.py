"""A story in a list: its neutral title, and for editors the way to its page."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, TitleColumn

from workflows.people.enums import Role


class StoryColumn(TitleColumn):
    """The title leads editors to the page; whether it opens is decided there."""

    def get_link_url(self, instance, parent_context):
        page, person = instance.page_pk, parent_context["request"].user
        return reverse("wagtailadmin_pages:edit", args=[page]) if page and person.has_role(Role.EDITOR) else ""

    def get_value(self, instance):
        return super().get_value(instance) or _("Not a page yet")


class ChoiceColumn(Column):
    """A choice in words."""

    def get_value(self, instance):
        return getattr(instance, f"get_{self.accessor}_display")()


class DayColumn(Column):
    """A day, as a day: Wagtail's own column says "just now" of every day to come."""

    def get_value(self, instance):
        day = super().get_value(instance)
        if isinstance(day, datetime.datetime):
            day = timezone.localtime(day)
        return date_format(day, "j M Y") if day else ""
