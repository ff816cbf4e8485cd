"""The packs for schools: their index, a pack, and its parts."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.seen import ADDRESS, EVERYONE, SCHOOLS, seen

from ..blocks import SectionBlock
from ..choosing import Choice
from ..offer import given_out_as, releases_of
from ..pausing import Pausable, is_below_a_pause
from .sessions import SessionPage, digest_of

PER_PAGE = 12


def children_at(page: Page, kind: type[Page], path_components: list[str]):
    """Return the child of one kind at the first step of a path, with its language; no child, no query."""
    if not path_components:
        return ()
    return kind.objects.child_of(page).filter(slug=path_components[0]).select_related("locale")


class PacksIndexPage(Page):
    """For schools: all packs of one language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["toolkits.PackPage"]
    template = "toolkits/index.html"

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = seen(EVERYONE, [*Page.content_panels, FieldPanel("introduction")])
    promote_panels = seen(ADDRESS, Page.promote_panels)

    def route(self, request, path_components):
        """Find a pack in one query where the tree would ask twice."""
        found = children_at(self, PackPage, path_components)
        for pack in found:
            pack._cached_parent_obj = self
            return pack.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        packs = PackPage.objects.child_of(self).live().filter(~is_below_a_pause()).order_by("path")
        page = Paginator(packs, PER_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"packs": page}


class PackPage(Pausable, Page):
    """One pack: what it is, how to begin, its parts, and the releases to download."""

    parent_page_types = ["toolkits.PacksIndexPage"]
    subpage_types = ["toolkits.PartPage"]
    template = "toolkits/pack.html"

    summary = models.CharField(_("in one sentence"), max_length=200)
    audience = models.CharField(_("who it is for"), max_length=200)
    ages = models.CharField(_("ages"), max_length=40)
    minutes = models.CharField(_("how long"), max_length=80, help_text=_("As in: 50 minutes each, or 25."))
    needs = models.TextField(_("what you need"), help_text=_("One thing on each line."))
    before_start = models.TextField(_("before you start"), help_text=_("What every teacher reads once."))
    guide = StreamField([("section", SectionBlock())], verbose_name=_("facilitator guide"))
    how_made = models.TextField(
        _("how it was made"), help_text=_("Who took part, and in what. No claims we can’t show.")
    )
    licence_name = models.CharField(_("licence"), max_length=80, default="CC BY-NC 4.0")
    licence = models.TextField(_("what the licence allows"), help_text=_("In plain words; it also goes into the ZIP."))

    content_fields = (
        *("title", "summary", "audience", "ages", "minutes", "needs", "before_start", "guide"),
        *("how_made", "licence_name", "licence"),
    )
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("audience")]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                seen(
                    SCHOOLS,
                    [
                        *Page.content_panels,
                        FieldPanel("summary"),
                        MultiFieldPanel(
                            [FieldPanel("audience"), FieldPanel("ages"), FieldPanel("minutes")], _("For whom")
                        ),
                        FieldPanel("needs"),
                    ],
                ),
                heading=_("Pack"),
            ),
            ObjectList(seen(SCHOOLS, [FieldPanel("before_start"), FieldPanel("guide")]), heading=_("Guide")),
            ObjectList(
                seen(SCHOOLS, [FieldPanel("how_made"), FieldPanel("licence_name"), FieldPanel("licence")]),
                heading=_("Origin"),
            ),
            ObjectList(seen(ADDRESS, Page.promote_panels), heading=_("Promote")),
        ]
    )

    def route(self, request, path_components):
        """Find a part in one query where the tree would ask twice."""
        for part in children_at(self, PartPage, path_components):
            part._cached_parent_obj = self
            return part.route(request, path_components[1:])
        return super().route(request, path_components)

    def digest(self) -> str:
        """Return a digest of the pack's own text, without its sessions."""
        return digest_of(self)

    def parts_with_sessions(self) -> list[tuple["PartPage", list[SessionPage]]]:
        """Return each live part, in its place, with the sessions that may be taught; two queries."""
        parts = list(PartPage.objects.child_of(self).live().order_by("path"))
        sessions = list(SessionPage.objects.descendant_of(self).teachable().select_related("locale").order_by("path"))
        return [(part, [one for one in sessions if one.path.startswith(part.path)]) for part in parts]

    def current_release(self):
        """Return the release schools get now, or None."""
        return self.releases.current().first()

    def get_context(self, request, *args, **kwargs):
        parts = self.parts_with_sessions()
        choice = Choice(request.GET, [session for _part, sessions in parts for session in sessions])
        return (
            super().get_context(request, *args, **kwargs)
            | releases_of(self)
            | {"parts": choice.of(parts), "choice": choice}
        )


class PartPage(Pausable, Page):
    """One part of a pack: an age group, or a principle."""

    parent_page_types = ["toolkits.PackPage"]
    subpage_types = ["toolkits.SessionPage"]
    template = "toolkits/part.html"

    ages = models.CharField(_("ages"), max_length=40)
    introduction = models.TextField(_("introduction"))

    content_fields = ("title", "ages", "introduction")
    content_panels = seen(SCHOOLS, [*Page.content_panels, FieldPanel("ages"), FieldPanel("introduction")])
    promote_panels = seen(ADDRESS, Page.promote_panels)

    def route(self, request, path_components):
        """Find a session in one query where the tree would ask twice; it stands five levels deep already."""
        found = children_at(self, SessionPage, path_components)
        for session in found:
            session._cached_parent_obj = self
            return session.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        sessions = SessionPage.objects.child_of(self).teachable().order_by("path")
        return super().get_context(request, *args, **kwargs) | {
            "sessions": sessions,
            "pack": self.get_parent(),
            "given": given_out_as(self),
        }
