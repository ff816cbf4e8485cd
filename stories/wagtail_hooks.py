"""Stories in the Wagtail admin: what waits, lists, suggesting a change, and no copy of what lies above stories."""

from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from workflows.review.errors import NotOnStories

from .admin_api import WholePages
from .dashboard import put_waiting_first
from .editing import StoryViewSet, say_what_it_waits_for
from .enums import AttachedKind
from .lists.all import LISTS
from .menu import put_in_order, rooms
from .models import Sharing, StoryPage
from .views.admin import suggest_change
from .views.shown_to_readers import prepared
from .viewsets import RetentionViewSet

register_snippet(RetentionViewSet)
register_setting(Sharing, icon="time")
hooks.register("construct_homepage_panels", put_waiting_first)
hooks.register("construct_page_action_menu", say_what_it_waits_for)
hooks.register("register_admin_viewset", StoryViewSet)
hooks.register("construct_admin_api", lambda api: api.register_endpoint("pages", WholePages))
hooks.register("construct_main_menu", put_in_order)
for _room in rooms():
    hooks.register("register_admin_menu_item", _room)
for _place, _list in enumerate(LISTS, start=100):
    _list.register(_place)


@hooks.register("register_admin_urls")
def story_urls():
    """Give the editor's "suggest a change" its address, and what an author put beside the words."""
    return [
        path("stories/<int:pk>/suggest/<str:paragraph>/", suggest_change, name="story_suggest"),
        *[
            path(f"stories/<int:page_id>/{kind}/", prepared, {"kind": kind}, name=f"story_{kind}")
            for kind in AttachedKind.values
        ],
    ]


@hooks.register("before_copy_page")
def refuse_copying_stories(request, page):
    """Refuse before the first page is written: Wagtail copies one page after the other, and keeps those it made."""
    if request.POST.get("copy_subpages") and StoryPage.objects.descendant_of(page).exists():
        raise NotOnStories(_("Stories can’t be copied. Copy this page without the pages below it."))
