"""News and guest articles, and the projects of people with lived experience; each list leads to its newest first."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from .enums import ArticleKind
from .pages import TextPage, Written
from .paging import page_of
from .pictures import Picture
from .seen import ADDRESS, EVERYONE, seen

WROTE, MADE = _("Who wrote it, and when"), _("Who, where and how")  # headings of panels


class Listed(Written):
    """A written page of a list: its day, and a picture where one says more than the drawing."""

    on = models.DateField(_("date"), default=timezone.localdate)
    picture = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    picture_alt = models.CharField(
        _("alt text"), max_length=250, blank=True, help_text=_("What the picture shows, for people who can’t see it.")
    )

    picture_panels = seen(
        EVERYONE, [MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture"))]
    )
    promote_panels = seen(ADDRESS, Page.promote_panels)

    class Meta:
        abstract = True

    def clean(self):
        """Refuse a picture that says nothing to people who can’t see it."""
        super().clean()
        if self.picture_id and not self.picture_alt.strip():
            raise ValidationError({"picture_alt": _("Please say what the picture shows.")})


class ListPage(TextPage):
    """A page that lists its children by their day."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        """Add one page of what is listed; two queries however many there are."""
        entries = self.listed().live().public().child_of(self).select_related("picture")
        return super().get_context(request, *args, **kwargs) | page_of(entries, request.GET.get("before", ""))

    @classmethod
    def listed(cls):
        """Return every page of the kind this one lists."""
        raise NotImplementedError


class ArticlesIndexPage(ListPage, Page):
    """News of one language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ArticlePage"]
    template = "home/list.html"
    section = "news"  # whose picture link previews show

    content_panels = TextPage.text_panels
    promote_panels = TextPage.place_panels

    @classmethod
    def listed(cls):
        return ArticlePage.objects


class ArticlePage(Listed, Page):
    """News, or an article by somebody who is our guest."""

    parent_page_types = ["home.ArticlesIndexPage"]
    subpage_types: list[str] = []
    template = "home/article.html"
    section = "news"  # whose picture link previews show

    kind = models.CharField(_("kind"), max_length=8, choices=ArticleKind.choices, default=ArticleKind.NEWS)
    author = models.CharField(_("written by"), max_length=80, blank=True)
    organisation = models.CharField(_("of"), max_length=120, blank=True, help_text=_("A guest’s organisation."))

    search_fields = [*Page.search_fields, *Written.text_search_fields, index.SearchField("author")]
    content_panels = [
        *Written.text_panels,
        *seen(EVERYONE, [MultiFieldPanel([FieldRowPanel(["kind", "on"]), "author", "organisation"], WROTE)]),
        *Listed.picture_panels,
    ]

    def clean(self):
        """Refuse a guest article nobody stands behind."""
        super().clean()
        if self.kind == ArticleKind.GUEST and not self.author.strip():
            raise ValidationError({"author": _("Please say who wrote it: a guest article names its author.")})

    @property
    def facts(self) -> list[str]:
        """Return what stands under the title beside the date."""
        by = ", ".join(part for part in (self.author, self.organisation) if part)
        return [self.get_kind_display(), *([by] if by else [])]


class ProjectsIndexPage(ListPage, Page):
    """What people with lived experience make."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ProjectPage"]
    template = "home/list.html"
    section = "projects"  # whose picture link previews show

    content_panels = TextPage.text_panels
    promote_panels = TextPage.place_panels

    @classmethod
    def listed(cls):
        return ProjectPage.objects


class ProjectPage(Listed, Page):
    """One project: who makes it, where, and how those it is about decide."""

    parent_page_types = ["home.ProjectsIndexPage"]
    subpage_types: list[str] = []
    template = "home/project.html"
    section = "projects"  # whose picture link previews show

    people = models.CharField(_("who makes it"), max_length=160, help_text=_("As they want to be named."))
    place = models.CharField(_("where"), max_length=120, blank=True)
    led = models.TextField(_("how people with lived experience lead it"), max_length=400)
    thanked = models.CharField(_("how they are thanked or paid"), max_length=200, blank=True)
    join = models.TextField(_("how to join or get in touch"), max_length=300, blank=True)

    search_fields = [*Page.search_fields, *Written.text_search_fields, index.SearchField("people")]
    content_panels = [
        *Written.text_panels,
        *seen(EVERYONE, [MultiFieldPanel(["people", FieldRowPanel(["place", "on"]), "led", "thanked", "join"], MADE)]),
        *Listed.picture_panels,
    ]

    @property
    def facts(self) -> list[str]:
        """Return what stands under the title beside the date."""
        return [part for part in (self.people, self.place) if part]
