"""Who sees what somebody fills in: said at each field of our forms in the admin, after its own help."""

from functools import cache

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.panels.group import PanelGroup
from wagtail.models.panels import PanelPlaceholder

EVERYONE = _("Everyone who visits the site can see this.")
ADDRESS = _("Everyone can see this, also in search engines and in links that people share.")
SCHOOLS = _("Schools and everyone else can see this, also in the pack they download.")
AUTHORS = _("The author sees this and decides; after their yes, everyone does.")
WRITERS = _("People who share a story see this.")
READERS = _("Champions see this when they read, and nobody outside does.")
REASON = _("Whoever reads a story may choose this; its author then sees it.")
OWN = _("The person themselves sees this, and those who work with people and roles.")
STAFF = _("Only people who work here see this.")
KEEPERS = _("Only safeguarding and administrators see this.")
NOBODY = _("Nobody sees this; the site goes by it.")


def seen(who, panels, **others) -> list:
    """Return panels whose every field says who sees it; `others` names fields that somebody else sees."""
    return [_said(panel, who, others) for panel in panels]


def _said(panel, who, others):
    panel = FieldPanel(panel) if isinstance(panel, str) else panel
    panel = panel.construct() if isinstance(panel, PanelPlaceholder) else panel  # Wagtail's own, of every page
    if isinstance(panel, PanelGroup):
        children = [_said(child, who, others) for child in panel.children]
        return type(panel)(**panel.clone_kwargs() | {"children": children})
    if isinstance(panel, FieldPanel) and not isinstance(panel, Seen):
        return _saying(type(panel))(who=others.get(panel.field_name, who), **panel.clone_kwargs())
    return panel


class Seen:
    """A mixin of field panels: `who` is said after the field's own help."""

    def __init__(self, *args, who, **kwargs):
        super().__init__(*args, **kwargs)
        self.who = who

    def clone_kwargs(self):
        return super().clone_kwargs() | {"who": self.who}


class BoundSeen:
    """A mixin of what a panel becomes beside a form."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        own = self.help_text
        self.help_text = format_lazy("{} {}", own, self.panel.who) if own else self.panel.who


@cache
def _saying(kind: type[FieldPanel]) -> type[FieldPanel]:
    bound = type("BoundPanel", (BoundSeen, kind.BoundPanel), {})
    return type(f"Seen{kind.__name__}", (Seen, kind), {"BoundPanel": bound})
