"""A help line: who answers, for whom, when it was last checked."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from .fields import NotesField
from .lines import Line
from .seen import EVERYONE, NOBODY, STAFF, seen
from .snippets import Topic


class HelpLineQuerySet(models.QuerySet):
    def overdue(self):
        """Lines nobody has checked in time. They stay on the page: an old number is for staff to mend, not to hide."""
        return self.filter(models.Q(next_check=None) | models.Q(next_check__lt=timezone.localdate()))


class HelpLine(index.Indexed, TranslatableMixin, models.Model):
    """One place to turn to, by phone or by text."""

    name = models.CharField(_("name"), max_length=60)
    about = models.TextField(_("what it is for"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True, help_text=_("As people write it: 0800 1111."))
    text_number = models.CharField(_("number to text"), max_length=20, blank=True)
    text_keyword = models.CharField(_("word to text"), max_length=20, blank=True)
    ages_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    ages_to = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    hours = models.CharField(_("hours"), max_length=120, blank=True, help_text=_("As in: day and night."))
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    free = models.BooleanField(_("free to call or text"), default=True)
    web = models.URLField(_("web address"), blank=True)
    bar_text = models.CharField(
        _("words in the bar"), max_length=60, blank=True, help_text=_("Left empty: its name and number.")
    )
    shown_in_bar = models.BooleanField(_("shown in the bar of every page"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=50, help_text=_("Low numbers come first."))
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="help_lines")
    notes = NotesField(
        _("beside stories that mention"),
        default=list,
        blank=True,
        help_text=_("A story that mentions this shows the line too, after those for everybody."),
    )
    last_checked = models.DateField(_("last checked"), null=True, blank=True)
    next_check = models.DateField(_("next check"), null=True, blank=True)

    panels = seen(
        EVERYONE,
        [
            FieldPanel("name"),
            FieldPanel("about"),
            MultiFieldPanel(
                [FieldPanel("phone"), FieldRowPanel([FieldPanel("text_keyword"), FieldPanel("text_number")])],
                heading=_("How to reach it"),
                help_text=_("Call or text it yourself before you save a new number."),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("ages_from"), FieldPanel("ages_to")]),
                    FieldPanel("hours"),
                    FieldPanel("languages"),
                    FieldPanel("free"),
                    FieldPanel("web"),
                    FieldPanel("topics"),
                    FieldPanel("notes"),
                ],
                heading=_("Who it is for"),
            ),
            MultiFieldPanel(
                [FieldPanel("shown_in_bar"), FieldPanel("bar_text"), FieldPanel("order")],
                heading=_("Where it is shown"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("last_checked"), FieldPanel("next_check")])],
                heading=_("Is it still right?"),
                help_text=_("An overdue line stays on the site and comes first in your list."),
            ),
        ],
        order=NOBODY,
        last_checked=STAFF,
        next_check=STAFF,
    )
    search_fields = [index.SearchField("name"), index.SearchField("about")]
    objects = HelpLineQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        ordering = ["order", "name"]
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(phone="") | ~models.Q(text_number=""), name="help_line_can_be_reached"
            ),
            models.CheckConstraint(
                condition=models.Q(ages_from=None)
                | models.Q(ages_to=None)
                | models.Q(ages_to__gte=models.F("ages_from")),
                name="help_line_ages_in_order",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def for_young(self) -> bool:
        """Tell whether somebody of 13 may use it."""
        return (self.ages_from or 0) <= 13

    @property
    def for_volunteers(self) -> bool:
        """Tell whether a grown-up who has just read a hard story may call it for themselves."""
        return self.ages_to is None and (self.shown_in_bar or (self.ages_from or 0) >= 16)

    @property
    def ages(self) -> str:
        """Return the ages it is for, in words."""
        if self.ages_from and self.ages_to:
            return gettext("ages %(first)s to %(last)s") % {"first": self.ages_from, "last": self.ages_to}
        if self.ages_to:
            return gettext("under %(age)s") % {"age": self.ages_to + 1}
        if self.ages_from:
            return gettext("%(age)s and over") % {"age": self.ages_from}
        return gettext("any age")

    @property
    def number(self) -> str:
        """Return what a person presses, in words."""
        if self.phone:
            return self.phone
        return gettext("Text %(word)s to %(number)s") % {"word": self.text_keyword, "number": self.text_number}

    @property
    def href(self) -> str:
        """Return the address a phone opens."""
        if self.phone:
            return f"tel:{''.join(sign for sign in self.phone if sign.isdigit() or sign == '+')}"
        return f"sms:{self.text_number}" + (f"?body={self.text_keyword}" if self.text_keyword else "")

    def as_line(self) -> Line:
        """Return it as plain values."""
        facts = [self.ages, gettext("free") if self.free else "", self.hours]
        return Line(
            name=self.name,
            text=self.bar_text or (f"{self.name} {self.phone}" if self.phone else self.number),
            number=self.number,
            href=self.href,
            about=" · ".join(fact for fact in facts if fact),
        )
