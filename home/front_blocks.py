"""The blocks of the first page: what a visitor is offered, and the ways on from it."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .blocks import CalloutBlock, QuotationBlock, RichText


class LinkBlock(blocks.StructBlock):
    """A button that leads to a page of ours, or to the share form."""

    text = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False, help_text=_("Left empty, it leads to Share your story."))

    class Meta:
        icon = "link"
        label = _("Button")


class HeroBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    text = blocks.TextBlock(rows=3)
    buttons = blocks.ListBlock(LinkBlock(), min_num=0, max_num=2)

    class Meta:
        icon = "image"
        label = _("Opening")
        template = "home/blocks/hero.html"
        description = _("The first thing a visitor sees: a promise and two ways on.")
        preview_value = {"heading": "Your story. Your words. Your say.", "text": "One calm sentence.", "buttons": []}


class StoriesBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    number = blocks.IntegerBlock(min_value=3, max_value=12, default=6, help_text=_("How many of the latest stories."))
    chosen = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="stories.StoryPage"),
        min_num=0,
        max_num=12,
        default=[],
        help_text=_("Stories to show in place of the latest. One that is taken back or paused goes by itself."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Stories")
        template = "home/blocks/stories.html"
        description = _("Public stories as cards: the newest, or those you choose.")
        preview_value = {"heading": "Stories, in people’s own words", "number": 3}


class PackBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(rows=3)
    button = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False, help_text=_("The pack’s own page."))
    changes = blocks.PageChooserBlock(
        required=False, page_type="home.WhatChangedPage", help_text=_("Its newest entry stands beside the pack.")
    )

    class Meta:
        icon = "folder-open-inverse"
        label = _("Pack for schools")
        template = "home/blocks/pack.html"
        description = _("What schools can use, and what changed because of them.")
        preview_value = {"heading": "A pack for schools", "text": "Made with young people.", "button": "Open the pack"}


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(max_length=20)
    label = blocks.CharBlock(max_length=120)
    source = blocks.CharBlock(
        max_length=160, required=False, help_text=_("Where this figure comes from, if not from the source below.")
    )

    class Meta:
        label = _("Figure")


class FiguresBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    figures = blocks.ListBlock(FigureBlock(), min_num=2, max_num=4)
    source = blocks.CharBlock(max_length=160, help_text=_("Where the figures come from, and when."))

    class Meta:
        icon = "list-ol"
        label = _("Figures")
        template = "home/blocks/figures.html"
        description = _("Two to four figures with their source.")
        preview_value = {
            "heading": "How we are doing",
            "figures": [{"number": "2", "label": "champions read each story"}, {"number": "0", "label": "trackers"}],
            "source": "Our own rules.",
        }


class WhatChangedBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    page = blocks.PageChooserBlock(page_type="home.WhatChangedPage", required=False)
    number = blocks.IntegerBlock(min_value=1, max_value=6, default=2, help_text=_("How many of the newest."))

    class Meta:
        icon = "comment"
        label = _("What changed")
        template = "home/blocks/what_changed.html"
        description = _("The newest of “You said, we did”, and the way to the rest.")
        preview_value = {"heading": "You said, we did", "page": None, "number": 2}

    def get_preview_context(self, value, parent_context=None):
        """Show one invented change."""
        change = {"said": "Who reads this?", "by": "One writer", "changed": "We say it first now."}
        change["on"] = timezone.localdate()
        return {**super().get_preview_context(value, parent_context), "sample": [change]}


class CampaignBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    text = blocks.TextBlock(rows=3)
    button = LinkBlock(required=False)
    starts = blocks.DateBlock(required=False, help_text=_("Shown from this day. Left empty: from now on."))
    ends = blocks.DateBlock(required=False, help_text=_("Shown until the end of this day. Then it goes by itself."))

    class Meta:
        icon = "pick"
        label = _("Campaign")
        template = "home/blocks/campaign.html"
        description = _("One thing everybody can do, for a time.")
        preview_value = {"heading": "Pass it on", "text": "Wear it for a day, then pass it on.", "button": {}}

    def get_context(self, value, parent_context=None):
        """Say whether it is on today."""
        today = timezone.localdate()
        is_on = (value.get("starts") or today) <= today <= (value.get("ends") or today)
        return {**super().get_context(value, parent_context), "is_on": is_on}


class EventBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    starts = blocks.DateTimeBlock()
    ends = blocks.DateTimeBlock(required=False)
    place = blocks.CharBlock(max_length=160)
    access = blocks.CharBlock(
        max_length=200, required=False, help_text=_("Steps, BSL, a quiet room, whether it costs anything.")
    )
    text = blocks.TextBlock(rows=3, required=False)
    page = blocks.PageChooserBlock(required=False)

    class Meta:
        icon = "calendar"
        label = _("Event")
        template = "home/blocks/event.html"
        description = _("Where and when people meet. It goes by itself when it is over.")

    def get_preview_value(self):
        """Return an event of next week: one of a fixed day would be over."""
        starts = timezone.now() + datetime.timedelta(days=7)
        return self.to_python({"heading": "Walk a mile", "starts": starts.isoformat(), "place": "Invermorrow harbour"})

    def get_context(self, value, parent_context=None):
        """Say whether it is still to come; one without an end is over after three hours."""
        ends = value["ends"] or value["starts"] + datetime.timedelta(hours=3)
        return {**super().get_context(value, parent_context), "is_on": timezone.now() < ends}


HOME = [
    ("hero", HeroBlock()),
    ("stories", StoriesBlock()),
    ("pack", PackBlock()),
    ("what_changed", WhatChangedBlock()),
    ("quotation", QuotationBlock()),
    ("campaign", CampaignBlock()),
    ("event", EventBlock()),
    ("figures", FiguresBlock()),
    ("text", RichText(template="home/blocks/band_text.html")),
    ("callout", CalloutBlock()),
]
