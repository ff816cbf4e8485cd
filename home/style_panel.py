"""Beside the editor of pages we write ourselves: what could be kinder, shorter or plainer. It warns and never bars."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from .models import (
    ArticlePage,
    ArticlesIndexPage,
    HelpPage,
    HomePage,
    PlainPage,
    ProjectPage,
    ProjectsIndexPage,
    WhatChangedPage,
)
from .reading import reads, text_of


class StyleSidePanel(BaseSidePanel):
    """Shows how the page reads as it was when the editor opened, with a number beside the press that opens it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("How it reads")
        icon_name = "pilcrow"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {"count": self.panel.reads.number}

    name, title, order = "style", _("How it reads"), 340
    template_name = "home/admin/style.html"

    def __init__(self, page, request):
        super().__init__(page, request)
        self.reads = reads(text_of(page), page.locale.language_code)

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"reads": self.reads}


class StyledEditView(EditView):
    """The editor with our panel beside Wagtail's own."""

    def get_side_panels(self):
        return MediaContainer([StyleSidePanel(self.page, self.request), *super().get_side_panels()])


def styled(page_model) -> PageViewSet:
    """Return a kind of page with the panel, for the hook that registers it."""
    return type(
        f"{page_model.__name__}ViewSet", (PageViewSet,), {"model": page_model, "edit_view_class": StyledEditView}
    )


KINDS = (HomePage, PlainPage, HelpPage, WhatChangedPage, ArticlesIndexPage, ArticlePage, ProjectsIndexPage, ProjectPage)
WRITTEN_HERE = [styled(model) for model in KINDS]
