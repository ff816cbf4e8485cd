"""One lesson of a pack. It goes live only with everything that makes it safe to teach."""

import hashlib
import json
from functools import cached_property

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.models.pages import PageQuerySet
from wagtail.search import index

from ..blocks import ActivitiesBlock
from ..enums import Level, Setting
from ..errors import NotSafeToTeach
from ..lent import Lent, stories_lent
from ..offer import given_out_as
from ..panels import session_tabs
from ..pausing import Pausable, is_below_a_pause

SHORT_ROUTE = 25
SAFE_FIELDS = ("ground_rules", "distancing", "opt_out", "closing", "disclosure", "letter", "teacher_support")
A_CODE = r"HWB [0-4]-\d\d[a-z]"
ONE_A_LINE = _("One on each line.")


def digest_of(page) -> str:
    """Return a digest of the fields a page names as its content."""
    values = {name: page._meta.get_field(name).value_to_string(page) for name in page.content_fields}
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class SessionPageQuerySet(PageQuerySet):
    def teachable(self):
        """Return what schools may see: live, not paused, with every safe-teaching part. Every list begins here."""
        written = {f"{name}__regex": r"\S" for name in SAFE_FIELDS}
        return self.live().filter(~is_below_a_pause(), **written)


class SessionPage(Pausable, RoutablePageMixin, Page):
    """One lesson: read this first, what to prepare, its activities, and how to teach it safely."""

    parent_page_types = ["toolkits.PartPage"]
    subpage_types: list[str] = []
    template = "toolkits/session.html"

    number = models.PositiveSmallIntegerField(_("number in its part"), validators=[MinValueValidator(1)])
    summary = models.CharField(_("in one sentence"), max_length=160)
    read_first = models.TextField(_("read this first"), help_text=_("What you need to know, in two minutes."))
    minutes_to_prepare = models.PositiveSmallIntegerField(_("minutes to prepare"), default=10)
    minutes_to_run = models.PositiveSmallIntegerField(
        _("minutes to run"), default=50, validators=[MinValueValidator(5), MaxValueValidator(200)]
    )
    short_route = models.TextField(_("the 25-minute route"), help_text=_("What to leave out, and what to keep."))
    cover_note = models.TextField(_("for a cover teacher"), help_text=_("What someone needs who has never seen this."))
    aims = models.TextField(_("aims"), help_text=ONE_A_LINE)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    stage = models.CharField(_("stage"), max_length=20, help_text=_("As in: S3–S4."))
    codes = models.CharField(
        _("Health and wellbeing codes"),
        max_length=80,
        validators=[RegexValidator(rf"^{A_CODE}(, {A_CODE})*\Z", _("Write codes like: HWB 4-05a, HWB 4-08a"))],
        help_text=_("As in: HWB 4-05a, HWB 4-08a"),
    )
    setting = models.CharField(_("room"), max_length=20, choices=Setting.choices, default=Setting.CLASSROOM)
    no_screen = models.TextField(
        _("without a screen"), blank=True, help_text=_("How to teach it with no screen at all. Empty: it needs one.")
    )
    to_print = models.TextField(_("print"), blank=True, help_text=ONE_A_LINE)
    to_prepare = models.TextField(_("prepare"), help_text=ONE_A_LINE)
    activities = StreamField(ActivitiesBlock(), verbose_name=_("activities"))

    ground_rules = models.TextField(_("ground rules"), help_text=ONE_A_LINE)
    distancing = models.TextField(_("distancing"), help_text=_("How pupils can talk without talking about themselves."))
    opt_out = models.TextField(_("opting out"), help_text=_("How a pupil can step away without having to explain."))
    closing = models.TextField(_("closing"), help_text=_("How the lesson ends, so that nobody leaves low."))
    disclosure = models.TextField(
        _("if a pupil tells you something"),
        help_text=_("One step on each line. Blanks for the school’s own people are added below it."),
    )
    letter = models.TextField(_("letter to families"), help_text=_("Schools copy it and fill in the blanks."))
    teacher_support = models.TextField(_("support for you, the teacher"))

    content_fields = (
        *("title", "number", "summary", "read_first", "minutes_to_prepare", "minutes_to_run", "short_route"),
        *("cover_note", "aims", "level", "stage", "codes", "setting", "no_screen", "to_print", "to_prepare"),
        *("activities", *SAFE_FIELDS),
    )
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("aims"),
        index.SearchField("activities"),
    ]
    edit_handler = session_tabs(SAFE_FIELDS)
    objects = PageManager.from_queryset(SessionPageQuerySet)()

    def missing(self) -> list[str]:
        """Return the names of the safe-teaching parts that are still empty."""
        return [self._meta.get_field(name).verbose_name for name in SAFE_FIELDS if not getattr(self, name).strip()]

    def digest(self) -> str:
        """Return a digest of all that a school reads in this session; its files are compared one by one."""
        return digest_of(self)

    @property
    def blocks_with_story(self) -> list:
        return [block for block in self.activities if block.value.get("story")]

    @cached_property
    def lent(self) -> dict[int, Lent]:
        """Return the stories its authors lend to this lesson at this moment, by the key of their page."""
        return stories_lent([block.value["story"] for block in self.blocks_with_story])

    @property
    def cases(self) -> list[str]:
        """Return the cases of the stories in this lesson, shown or not."""
        return sorted({str(block.value["story"].translation_key) for block in self.blocks_with_story})

    @property
    def films(self) -> list:
        return [block.value["film"] for block in self.activities if block.value.get("film")]

    def files(self) -> list:
        """Return its files with the facts about their bytes, originals that can be changed first; one query."""
        found = self.resources.select_related("document__facts")
        return sorted(found, key=lambda one: (not one.type.editable, one.language != "en", one.sort_order or 0))

    @property
    def short_activities(self) -> list:
        """Return the activities of the 25-minute route."""
        return [block for block in self.activities if block.value.get("short_minutes")]

    def clean(self):
        """Raise ValidationError when the times don’t add up: a teacher plans by them."""
        super().clean()
        whole = sum(block.value.get("minutes") or 0 for block in self.activities)
        short = sum(block.value["short_minutes"] for block in self.short_activities)
        if whole != self.minutes_to_run:
            message = _("The activities take %(sum)d minutes together, the session says %(said)d.")
            raise ValidationError({"minutes_to_run": message % {"sum": whole, "said": self.minutes_to_run or 0}})
        if short != SHORT_ROUTE:
            message = _("The activities of the short route take %(sum)d minutes together, not %(said)d.")
            raise ValidationError({"short_route": message % {"sum": short, "said": SHORT_ROUTE}})

    def save(self, *args, **kwargs):
        """Save; say in words what is missing before field after field is. `guards.py` refuses what never comes here."""
        if self.live and self.missing():
            raise NotSafeToTeach(self, self.missing())
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        """Save a draft; refuse to give a date to one that may not go live, or the timer would fail later, unseen."""
        if kwargs.get("approved_go_live_at") and self.missing():
            raise NotSafeToTeach(self, self.missing())
        return super().save_revision(*args, **kwargs)

    def serve(self, request, *args, **kwargs):
        """Serve the session, unless its row was changed behind the model’s back and is no longer safe to teach."""
        if self.missing():
            raise Http404
        return super().serve(request, *args, **kwargs)

    @path("")
    def lesson(self, request):
        return self.render(request)

    @path("board/")
    def board(self, request):
        """Show the activities one after the other, large enough for a whole class."""
        return self.render(request, template="toolkits/board.html")

    @path("board/notes/")
    def notes(self, request):
        """Show what the teacher says and does beside each slide, for a screen that the class does not see."""
        return self.render(request, template="toolkits/notes.html")

    def get_context(self, request, *args, **kwargs):
        part = self.get_parent()
        files = self.files()
        return super().get_context(request, *args, **kwargs) | {
            "part": part,
            "pack": part.get_parent(),
            "given": given_out_as(self),
            "files": files,
            "originals": [one for one in files if one.type.editable],
        }
