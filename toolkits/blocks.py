"""The activities of a session. Each also makes one slide of the board."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    IntegerBlock,
    ListBlock,
    PageChooserBlock,
    StreamBlock,
    StructBlock,
    StructBlockValidationError,
    TextBlock,
)
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from .lent import is_lent


class ActivityBlock(StructBlock):
    """One step of a lesson: its time, what the teacher does, what the class sees."""

    title = CharBlock(label=_("title"), max_length=80)
    minutes = IntegerBlock(label=_("minutes"), min_value=1, max_value=100)
    short_minutes = IntegerBlock(
        label=_("minutes in the 25-minute route"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("Leave empty if the short route skips this activity."),
    )
    teacher = TextBlock(
        label=_("what you do"), rows=5, help_text=_("For the teacher. An empty line starts a new step.")
    )
    board = TextBlock(
        label=_("on the board"), required=False, rows=3, help_text=_("What the class sees. One point on each line.")
    )

    def clean(self, value):
        value = super().clean(value)
        if value["short_minutes"] and value["short_minutes"] > value["minutes"]:
            raise ValidationError(_("The short route can’t take longer than the whole activity."))
        return value


class CardsBlock(ActivityBlock):
    cards = ListBlock(TextBlock(rows=3), label=_("cards"), help_text=_("One card each. They are printed to cut out."))


class FilmBlock(ActivityBlock):
    film = SnippetChooserBlock(
        "toolkits.Film", label=_("film"), required=False, help_text=_("It also goes into the ZIP.")
    )
    scene = TextBlock(
        label=_("without a screen"), rows=6, help_text=_("A scene to read aloud, so that no lesson needs a screen.")
    )


class SlideBlock(ActivityBlock):
    """Something to look at together."""

    picture = ImageChooserBlock(label=_("picture"), required=False)
    picture_alt = CharBlock(
        label=_("what the picture shows"),
        required=False,
        max_length=250,
        help_text=_("For everybody who can’t see it."),
    )

    def clean(self, value):
        value = super().clean(value)
        if value["picture"] and not value["picture_alt"].strip():
            raise StructBlockValidationError({"picture_alt": ValidationError(_("Please say what the picture shows."))})
        return value


class QuestionBlock(ActivityBlock):
    question = CharBlock(label=_("question to the class"), max_length=160)
    listen_for = TextBlock(label=_("what to listen for"), rows=4, help_text=_("One thing on each line."))


class StoryBlock(ActivityBlock):
    """A story from this site. It stays its author's: it is shown while they agree to it, and not a moment longer."""

    story = PageChooserBlock(
        label=_("story"),
        page_type="stories.StoryPage",
        required=False,
        help_text=_("Its author must have agreed to packs for schools. If they end that, it leaves this page at once."),
    )
    licence = CharBlock(
        label=_("its own licence"),
        max_length=250,
        default=_("Read it in this lesson. Please don’t copy, change or post it."),
    )
    instead = TextBlock(
        label=_("without the story"), rows=4, help_text=_("What to do when the story may not be used any more.")
    )

    def clean(self, value):
        value = super().clean(value)
        if value["story"] and not is_lent(value["story"].translation_key):
            message = _(
                "Its author has not agreed to packs for schools, or it is not public. Please choose another story."
            )
            raise StructBlockValidationError({"story": ValidationError(message)})
        return value


class ActivitiesBlock(StreamBlock):
    """The steps of a lesson in their order."""

    talk = ActivityBlock(label=_("Talk"), icon="comment")
    write = ActivityBlock(label=_("Write or draw"), icon="edit")
    move = ActivityBlock(label=_("Move"), icon="move")
    cards = CardsBlock(label=_("Cards"), icon="copy")
    film = FilmBlock(label=_("Film, or a scene read aloud"), icon="media")
    slide = SlideBlock(label=_("Look together"), icon="image")
    question = QuestionBlock(label=_("Question"), icon="help")
    story = StoryBlock(label=_("Story"), icon="doc-full")


class SectionBlock(StructBlock):
    heading = CharBlock(label=_("heading"), max_length=100)
    text = TextBlock(label=_("text"), rows=6)
