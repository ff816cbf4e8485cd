"""The blocks pages are made of. Each has a template of plain values and a preview for the editor."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH = ["bold", "link", "ol", "ul"]


class RichText(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs):
        super().__init__(features=RICH, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        preview_value = "<p>Short sentences. One thing at a time.</p>"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "home/blocks/heading.html"
        description = _("Says what comes next, in a few words.")
        preview_value = "Who can see this?"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=[("tip", _("Good to know")), ("callout", _("Take care"))], default="tip")
    title = blocks.CharBlock(max_length=80, required=False)
    text = blocks.TextBlock(rows=3)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "home/blocks/callout.html"
        description = _("A line nobody should miss. Use few.")
        preview_value = {"kind": "tip", "title": "Good to know.", "text": "You can stop at any time."}


class HelpBoxBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, default=_("If you want to talk"))

    class Meta:
        icon = "help"
        label = _("Help lines")
        template = "home/blocks/help_box.html"
        description = _("The help lines of the bar, with hours and ages.")
        preview_value = {"heading": "If you want to talk"}


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

    class Meta:
        icon = "doc-full"
        label = _("Latest stories")
        template = "home/blocks/stories.html"
        description = _("The newest public stories, as cards.")
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


class ChangeBlock(blocks.StructBlock):
    """You said, we did: one thing somebody told us, and what came of it."""

    said = blocks.TextBlock(label=_("You said"), rows=2)
    by = blocks.CharBlock(label=_("Who, or how many"), max_length=120)
    changed = blocks.TextBlock(label=_("What we changed"), rows=3, required=False)
    why_not = blocks.TextBlock(label=_("What we did not change, and why"), rows=3, required=False)
    next_step = blocks.CharBlock(label=_("What is next, and when"), max_length=200, required=False)
    on = blocks.DateBlock(label=_("Date"))

    class Meta:
        icon = "comment"
        label = _("Change")
        template = "home/blocks/change.html"
        description = _("What was said, by whom, what changed, what did not, and what is next.")
        preview_value = {
            "said": "It felt like being put on the spot.",
            "by": "Two classes",
            "changed": "Pupils choose to talk, write or pass.",
            "on": "2026-11-03",
        }


class PolicyBlock(blocks.StaticBlock):
    """The moderation policy as readers are asked it today."""

    class Meta:
        icon = "list-ul"
        label = _("Moderation policy")
        template = "home/blocks/policy.html"
        admin_text = _("The version that readers answer today. It is kept under Moderation policy.")
        description = _("The four questions our readers answer about every story.")


class DataFactsBlock(blocks.StaticBlock):
    """What we hold and why, as it stands under Kinds of data and Settings → Data protection."""

    class Meta:
        icon = "key"
        label = _("What we hold and why")
        template = "home/blocks/data_facts.html"
        admin_text = _("Filled from Kinds of data and Settings → Data protection. For the privacy notice.")
        description = _("Every kind of data with its lawful basis, for the privacy notice.")


PLAIN = [
    ("heading", HeadingBlock()),
    ("text", RichText(template="home/blocks/text.html")),
    ("callout", CalloutBlock()),
    ("help", HelpBoxBlock()),
    ("policy", PolicyBlock()),
    ("data_facts", DataFactsBlock()),
]
HOME = [
    ("hero", HeroBlock()),
    ("stories", StoriesBlock()),
    ("pack", PackBlock()),
    ("figures", FiguresBlock()),
]
