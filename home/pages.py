"""The pages that are not stories or packs: home, plain pages, help, what changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .blocks import PLAIN, ChangeBlock
from .enums import FooterGroup
from .front_blocks import HOME
from .helplines import HelpLine
from .seen import ADDRESS, EVERYONE, STAFF, seen


class HomePage(Page):
    """The first page of one language."""

    template = "home/home.html"

    body = StreamField(HOME, verbose_name=_("content"), blank=True)

    content_panels = seen(EVERYONE, [*Page.content_panels, FieldPanel("body")])
    promote_panels = seen(ADDRESS, Page.promote_panels)


class Written(models.Model):
    """What every page of ours with text shares: an introduction and a text of blocks."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True, help_text=_("One or two short sentences."))
    body = StreamField(PLAIN, verbose_name=_("text"), blank=True)

    text_panels = seen(EVERYONE, [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")])
    text_search_fields = [index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        abstract = True


class TextPage(Written):
    """A written page that is linked at the foot, with the day somebody looks at it again."""

    footer = models.CharField(
        _("linked at the foot under"), max_length=8, choices=FooterGroup.choices, default=FooterGroup.ABOUT, blank=True
    )
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)

    place_panels = [
        *seen(EVERYONE, [FieldPanel("footer"), FieldPanel("review_on")], review_on=STAFF),
        *seen(ADDRESS, Page.promote_panels),
    ]

    class Meta:
        abstract = True


class PlainPage(TextPage, Page):
    """A page of plain words: privacy, accessibility, how we work."""

    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]
    template = "home/plain.html"

    search_fields = [*Page.search_fields, *TextPage.text_search_fields]
    content_panels = TextPage.text_panels
    promote_panels = TextPage.place_panels


class HelpPage(TextPage, Page):
    """Every help line, those for the youngest first."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/help.html"
    section = "help"  # whose picture link previews show

    search_fields = [*Page.search_fields, *TextPage.text_search_fields]
    content_panels = TextPage.text_panels
    promote_panels = TextPage.place_panels

    def get_context(self, request, *args, **kwargs):
        """Add the lines of this language, else those of the first language, in two groups."""
        found = HelpLine.objects.filter(locale=self.locale_id) or HelpLine.objects.filter(locale__language_code="en")
        lines = sorted(found, key=lambda line: (not line.for_young, line.order, line.name))
        return super().get_context(request, *args, **kwargs) | {
            "young": [line for line in lines if line.for_young],
            "older": [line for line in lines if not line.for_young],
        }


class WhatChangedPage(TextPage, Page):
    """You said, we did. The newest entry stands first."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/what_changed.html"
    section = "changed"  # whose picture link previews show

    changes = StreamField([("change", ChangeBlock())], verbose_name=_("changes"), blank=True)

    search_fields = [*Page.search_fields, *TextPage.text_search_fields, index.SearchField("changes")]
    content_panels = [*TextPage.text_panels, *seen(EVERYONE, [FieldPanel("changes")])]
    promote_panels = TextPage.place_panels

    @property
    def newest(self):
        """Return the newest change as a map of its parts, or None."""
        return max((block.value for block in self.changes), key=lambda value: value["on"], default=None)

    @property
    def changes_in_order(self) -> list:
        """Return all changes, the newest first."""
        return sorted(self.changes, key=lambda block: block.value["on"], reverse=True)
