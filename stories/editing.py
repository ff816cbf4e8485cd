"""A story's editor in the admin: what it waits for, where a Publish button would be, and what its author agreed to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel, ChecksSidePanel, PreviewSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from workflows.people.models import AgeMark
from workflows.privacy.models import Consent
from workflows.review.cases import draft_of, step_of

from .models import StoryPage
from .waits import waits_for


class WaitsItem(ActionMenuItem):
    """A Publish that can't be pressed, and says why."""

    name = "action-waits"
    order = -1  # where Publish stands on other pages
    template_name = "stories/admin/waits.html"

    def is_shown(self, context):
        return True

    def get_context_data(self, parent_context):
        page = parent_context["page"]
        return super().get_context_data(parent_context) | {"waits": waits_for(page, step_of(page.case))}


def say_what_it_waits_for(items, request, context) -> None:
    """Show on a story what it waits for; Wagtail's "Page locked" says less."""
    if isinstance(context.get("page"), StoryPage):
        items[:] = [item for item in items if item.name != "action-page-locked"]
        items.append(WaitsItem())


class AgreedSidePanel(BaseSidePanel):
    """What the author agreed to, whether their yes covers this draft, and where the story stands."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("What the author agreed to")
        icon_name = "info-circle"

    name, title, order = "agreed", _("The author’s yes"), 100
    template_name = "stories/admin/agreed.html"

    def get_context_data(self, parent_context):
        page, step = self.object, step_of(self.object.case)
        mark = AgeMark.of(page.case)
        return super().get_context_data(parent_context) | {
            "waits": waits_for(page, step),
            "step": step,
            "band": mark.get_band_display() if mark else "",
            "seal": draft_of(page).matching_seal(),
            "consents": Consent.objects.standing().filter(case=page.case).order_by("use"),
        }


class StoryEditView(EditView):
    """The editor with our panel in the place of a status that speaks of schedules and moderation."""

    def get_side_panels(self):
        kept = (PreviewSidePanel, ChecksSidePanel)
        stock = [panel for panel in super().get_side_panels() if isinstance(panel, kept)]
        return MediaContainer([AgreedSidePanel(self.page, self.request), *stock])


class StoryViewSet(PageViewSet):
    model = StoryPage
    edit_view_class = StoryEditView
