"""The way from a pack in the admin to its releases."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from home.style_panel import styled

from .models import PackPage, PartPage, SessionPage
from .rules import can_make_release
from .views import releases

for _written in (PackPage, PartPage, SessionPage):
    hooks.register("register_admin_viewset", styled(_written))


@hooks.register("register_admin_urls")
def release_urls():
    return [path("packs/<int:pack_id>/releases/", releases, name="toolkits_releases")]


@hooks.register("register_page_header_buttons")
def release_button(page, user, view_name, next_url=None):
    """Offer the releases beside the other things one can do with a pack."""
    if isinstance(page, PackPage) and can_make_release(user, page):
        url = reverse("toolkits_releases", args=[page.pk])
        yield Button(_("Releases"), url=url, icon_name="download", priority=25)


@hooks.register("register_log_actions")
def release_log(actions):
    actions.register_action("toolkits.make_release", _("Make a release"), _("Asked for a release"))
