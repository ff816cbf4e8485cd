"""What stories are to the world: the page and its index. The last stop of a story's route.

Before it: workflows/review/finish.py
"""

import json
import logging
import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.blocks import TextBlock
from wagtail.fields import StreamField
from wagtail.locks import WorkflowLock
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.models.pages import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.errors import gone as gone_page
from home.fields import NotesField
from home.models import Picture, Topic
from home.seen import ADDRESS, EVERYONE, seen
from workflows.review.sealable import Sealable, SealableQuerySet, agreed_cases
from workflows.safeguarding.frozen import frozen_cases

from .additions import Additions
from .adult_links import AdultLink
from .around import around
from .attached import Attached
from .attachments import Attachment
from .attempts import Attempt
from .complaint import Complaint
from .gone import Gone
from .listing import choices_of, page_of
from .lost import Claim
from .measured import Measured
from .panels import edit_handler
from .pausing import Pause
from .previews import Previewed
from .retention import Retention
from .sharing import Sharing
from .submission import Message, Submission
from .testers import StoriesIndexTester, StoryTester
from .waits import StoryLock

__all__ = [
    "AdultLink",
    "Attachment",
    "Attempt",
    "Claim",
    "Complaint",
    "Gone",
    "Message",
    "Pause",
    "Retention",
    "Sharing",
    "StoriesIndexPage",
    "StoryPage",
    "Submission",
]

logger = logging.getLogger(__name__)
SLUG_SYMBOLS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_slug() -> str:
    """Return eight random symbols: no address tells a name or a diagnosis."""
    return "".join(secrets.choice(SLUG_SYMBOLS) for _i in range(8))


def as_body(paragraphs: dict[str, str]) -> str:
    """Return paragraphs, by their ids, as the JSON a StreamField takes."""
    return json.dumps([{"type": "paragraph", "id": key, "value": text} for key, text in paragraphs.items()])


class StoryTopic(ItemBase):
    """One topic of one story."""

    tag = models.ForeignKey(Topic, related_name="stories", on_delete=models.CASCADE)
    content_object = ParentalKey("stories.StoryPage", related_name="tagged", on_delete=models.CASCADE)


class StoryPageQuerySet(SealableQuerySet, PageQuerySet):
    """Stories; `public()` is where every list begins."""

    def public(self):
        """Return what the world may read, without the files that belong to it."""
        return super().public().defer(*[f"{name}__content" for name in Attached.attached_relations])


class StoriesIndexPage(Page):
    """All stories of one language. Stories start at Share, never here."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    template = "stories/index.html"
    content_panels, promote_panels = seen(EVERYONE, Page.content_panels), seen(ADDRESS, Page.promote_panels)

    def route(self, request, path_components):
        """Answer for what is public, gone, frozen or no longer agreed to before the tree is asked, at any depth."""
        if len(path_components) == 1 and (story := self._public(path_components[0])):
            return RouteResult(story, kwargs={"intact": True})
        if path_components and self.is_gone(path_components[0]):
            return RouteResult(self, kwargs={"gone": True})
        try:
            return super().route(request, path_components)
        except StoryPage.DoesNotExist:  # taken back, before anybody could read it, while it was looked for
            raise Http404 from None

    def _public(self, slug: str):
        """Return a public story by its address, in one query: read, compared with its seal, not gone, not frozen."""
        gone = Gone.objects.filter(locale=self.locale_id, slug=slug)
        found = StoryPage.objects.public().child_of(self).filter(~models.Exists(gone), slug=slug)
        story = found.select_related("locale", "picture").first()
        if story:
            story._cached_parent_obj = self
        return story

    def is_gone(self, slug: str) -> bool:
        """Tell whether an address below was a story’s once, or is that of one paused or no longer agreed to."""
        if Gone.objects.filter(locale=self.locale_id, slug=slug).exists():
            return True
        stories = StoryPage.objects.child_of(self).filter(slug=slug, first_published_at__isnull=False)
        out_of_sight = models.Q(live=False) | models.Q(translation_key__in=frozen_cases())
        return stories.filter(out_of_sight | ~models.Q(translation_key__in=agreed_cases())).exists()

    def serve(self, request, *args, gone=False, **kwargs):
        """Serve the list, or the one page for all that is gone, the same bytes every time."""
        if gone:
            return gone_page(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add one page of stories and what one may choose by."""
        stories = StoryPage.objects.public().filter(locale=self.locale_id)
        page = page_of(stories, request)
        return super().get_context(request, *args, **kwargs) | page | choices_of(stories, page["wish"])

    def permissions_for_user(self, user):
        return StoriesIndexTester(user, self)


class StoryPage(Measured, Attached, Additions, Previewed, Sealable, Page):
    """One story, as its author sealed it. The words have no panel in Wagtail; `Page.title` stays neutral."""

    parent_page_types = ["stories.StoriesIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False
    template = "stories/story.html"

    headline = models.CharField(_("headline"), max_length=120)
    byline = models.CharField(_("byline"), max_length=60, blank=True)
    body = StreamField([("paragraph", TextBlock())])
    language = models.CharField(_("language"), max_length=12, blank=True)
    pull = models.TextField(
        _("quotation drawn out"), blank=True, help_text=_("Words from the story, exactly as they stand in it.")
    )
    picture = models.ForeignKey("home.Picture", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    picture_alt = models.CharField(
        _("alt text"), max_length=250, blank=True, help_text=_("What the picture shows, for people who can’t see it.")
    )
    notes = NotesField(
        _("content notes"), default=list, blank=True, help_text=_("What the story mentions. Said before the text.")
    )
    thread_details = models.BooleanField(default=False)  # the author's own tick: the thread tells more
    tags = ClusterTaggableManager(through=StoryTopic, blank=True)

    word_fields = ("headline", "byline", "body")
    sealed_fields = ("language", "pull", "picture", "picture_alt", "notes", "thread_details", *Attached.attached_fields)
    sealed_relations = ("picture", *Attached.attached_relations)
    search_fields = [
        *Page.search_fields,
        index.SearchField("headline", boost=3),
        index.AutocompleteField("headline"),
        index.SearchField("body"),
    ]

    objects = PageManager.from_queryset(StoryPageQuerySet)()

    edit_handler = edit_handler

    def clean(self):
        """Refuse a picture without alt text, and a quotation that is not in the author's words."""
        super().clean()
        self.pull = self.pull.replace("\r\n", "\n").strip()
        if self.picture_id and not self.picture_alt.strip():
            raise ValidationError({"picture_alt": _("Please say what the picture shows.")})
        if self.pull and not any(self.pull in text for _key, text in self.paragraphs):
            raise ValidationError({"pull": _("These words do not stand in the story. Quote them exactly.")})

    def sealed_value(self, name):
        if name == "body":
            return [text for _key, text in self.paragraphs if text]
        if name == "picture":
            return self.picture.sha256 if self.picture else ""
        return super().sealed_value(name)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Read a draft; one whose picture was deleted meanwhile has none, so that its author is asked again."""
        if data.get("picture") and not Picture.objects.filter(pk=data["picture"]).exists():
            data = {**data, "picture": None}
        return super().from_serializable_data(data, check_fks, strict_fks)

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Return (stable id, text) of each paragraph."""
        return [(block.id, str(block.value)) for block in self.body]

    def put_paragraph(self, key: str, text: str) -> None:
        """Put other words in the place of one paragraph; empty words leave it out. Raises KeyError for no such id."""
        paragraphs = dict(self.paragraphs)
        if key not in paragraphs:
            raise KeyError(key)
        self.body = as_body({**paragraphs, key: text})
        if self.pull and not any(self.pull in words for _key, words in self.paragraphs):
            self.pull = ""  # a quotation only stands while its words do

    def save(self, *args, **kwargs):
        """Save the page. What Wagtail prints wherever it likes names nobody, and nobody owns it."""
        self._stay_neutral()
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        """Save a draft, as neutral as the page."""
        self._stay_neutral()
        return super().save_revision(*args, **kwargs)

    def _stay_neutral(self):
        self.title = self.draft_title = f"Story {self.slug}"
        self.seo_title = self.search_description = ""
        self.owner = None

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        """Keep an address that once was a story from becoming another's."""
        gone = parent_page and Gone.objects.filter(locale=parent_page.locale_id, slug=slug).exists()
        return not gone and Page._slug_is_available(slug, parent_page, page)

    @classmethod
    def get_indexed_objects(cls):
        """Return what search may know: words nobody has published are not to be found by trying."""
        return super().get_indexed_objects().filter(live=True)

    def get_sitemap_urls(self, request=None):
        """Name the address only while the page may be read."""
        return super().get_sitemap_urls(request) if self.is_public() else []

    def serve(self, request, *args, intact=False, **kwargs):
        """Serve the page as its author sealed it. Anything else is not found, and staff are alerted by the log.

        `intact` says that this very row came out of `public()` a moment ago.
        """
        if not (intact or self.is_public()):
            logger.error("Story page %s does not match a seal; it was not served.", self.pk)
            raise Http404
        return super().serve(request, *args, **kwargs)

    def permissions_for_user(self, user):
        return StoryTester(user, self)

    def get_context(self, request, *args, **kwargs):
        """Add what stands around the words."""
        others = type(self).objects.public().filter(locale=self.locale_id)
        return super().get_context(request, *args, **kwargs) | around(self, others)

    def get_lock(self):
        """Return Wagtail's lock, in our words where a step of the review is what locks."""
        lock = super().get_lock()
        return StoryLock(self, lock.task) if isinstance(lock, WorkflowLock) else lock

    def get_view_restrictions(self):
        """Return what closes this page or one above it; stories have no aliases, so their paths say it in one query."""
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def get_route_paths(self):
        """Return nothing: stories leave no automatic redirects, an old address must not lead anywhere."""
        return []
