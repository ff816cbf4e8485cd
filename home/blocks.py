"""The blocks pages are made of. Each has a template of plain values and a preview for the editor."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

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


class QuotationBlock(blocks.StructBlock):
    """Words of a public story. The block names them and holds none: what their author takes back is gone here too."""

    story = blocks.PageChooserBlock(page_type="stories.StoryPage", required=False)
    paragraph = blocks.IntegerBlock(
        min_value=1,
        max_value=200,
        required=False,
        help_text=_("Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "home/blocks/quotation.html"
        description = _("Words from one story. They go by themselves when the story is taken back or paused.")
        preview_value = {"story": None, "paragraph": None}

    def get_preview_context(self, value, parent_context=None):
        """Show invented words: a preview is no use anybody agreed to."""
        words = _("Somebody asked me twice. That was new.")
        sample = {"words": words, "byline": _("Anonymous"), "href": "#", "lang": "", "notes": ()}
        return {**super().get_preview_context(value, parent_context), "sample": sample}


class PictureBlock(blocks.StructBlock):
    picture = ImageChooserBlock(required=False)
    alt = blocks.CharBlock(max_length=250, help_text=_("What the picture shows, for people who can’t see it."))
    caption = blocks.CharBlock(max_length=160, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "home/blocks/picture.html"
        description = _("A picture with what it shows in words. No pictures of harm, of bodies, or of despair.")
        preview_value = {"picture": None, "alt": "", "caption": "What it shows"}


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
        preview_value = None


class DataFactsBlock(blocks.StaticBlock):
    """What we hold and why, as it stands under Kinds of data and Settings → Data protection."""

    class Meta:
        icon = "key"
        label = _("What we hold and why")
        template = "home/blocks/data_facts.html"
        admin_text = _("Filled from Kinds of data and Settings → Data protection. For the privacy notice.")
        description = _("Every kind of data with its lawful basis, for the privacy notice.")
        preview_value = None


PLAIN = [
    ("heading", HeadingBlock()),
    ("text", RichText(template="home/blocks/text.html")),
    ("callout", CalloutBlock()),
    ("quotation", QuotationBlock()),
    ("picture", PictureBlock()),
    ("help", HelpBoxBlock()),
    ("policy", PolicyBlock()),
    ("data_facts", DataFactsBlock()),
]
