"""The editor's guide: five short pages inside the admin, for somebody who used Wagtail twice."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

PAGES = {
    "road": _("A story’s road"),
    "suggesting": _("Suggesting well"),
    "pictures": _("Pictures and alt text"),
    "packs": _("Packs for schools"),
    "worried": _("When you are worried"),
}


def guide(request, slug="road"):
    """Show one page of the guide, with the way to the other four."""
    if slug not in PAGES:
        raise Http404
    context = {"slug": slug, "title": PAGES[slug], "pages": PAGES.items(), "text": f"home/guide/{slug}.html"}
    return TemplateResponse(request, "home/guide/guide.html", context)


def guide_urls():
    return [path("guide/", guide, name="guide"), path("guide/<slug:slug>/", guide, name="guide_page")]


def guide_menu_item():
    """Return the first entry under Help."""
    return MenuItem(_("How things work here"), reverse("guide"), name="guide", icon_name="help", order=1)


def only_our_help(request, items) -> None:
    """Leave out what leads to other sites: this guide is about this house."""
    items[:] = [item for item in items if item.name in {"guide", "keyboard-shortcuts-trigger"}]
