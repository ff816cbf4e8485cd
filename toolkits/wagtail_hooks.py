"""The way from a pack in the admin to its releases."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.documents.models import Document
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.errors import gone
from home.style_panel import styled

from .filefacts import belongs_to_a_lesson, given_out
from .models import Film, PackPage, PartPage, SessionPage
from .rules import can_make_release
from .views import downloads, recall, releases

for _written in (PackPage, PartPage, SessionPage):
    hooks.register("register_admin_viewset", styled(_written))


@hooks.register("register_admin_urls")
def release_urls():
    return [
        path("packs/<int:pack_id>/releases/", releases, name="toolkits_releases"),
        path("packs/<int:pack_id>/releases/<int:release_id>/recall/", recall, name="toolkits_recall"),
        path("packs/<int:pack_id>/downloads/", downloads, name="toolkits_downloads"),
    ]


@hooks.register("register_page_header_buttons")
def release_button(page, user, view_name, next_url=None):
    """Offer the releases beside the other things one can do with a pack."""
    if isinstance(page, PackPage) and can_make_release(user, page):
        url = reverse("toolkits_releases", args=[page.pk])
        yield Button(_("Releases"), url=url, icon_name="download", priority=25)


@hooks.register("register_log_actions")
def release_log(actions):
    actions.register_action("toolkits.make_release", _("Make a release"), _("Asked for a release"))
    actions.register_action("toolkits.recall_release", _("Call a release back"), _("Called a release back"))


@hooks.register("before_serve_document")
def hold_back_files(document, request):
    """Let Wagtail’s own address for a file of a lesson answer only while the lesson may be taught."""
    mine = Document.objects.filter(pk=document.pk)
    if mine.filter(belongs_to_a_lesson()).exists() and not mine.filter(given_out()).exists():
        return gone(request)
    return None


class FilmViewSet(SnippetViewSet):
    model = Film
    icon = "media"
    menu_label = _("Films")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["title", "language", "length"]


register_snippet(FilmViewSet)
