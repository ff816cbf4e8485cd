"""The activities of a session. Each also makes one slide of the board."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, ListBlock, StreamBlock, StructBlock, TextBlock
from wagtail.documents.blocks import DocumentChooserBlock


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


class ScreenBlock(ActivityBlock):
    film = DocumentChooserBlock(label=_("film"), required=False, help_text=_("It also goes into the ZIP."))
    scene = TextBlock(
        label=_("without a screen"), rows=6, help_text=_("A scene to read aloud, so that no lesson needs a screen.")
    )


class ActivitiesBlock(StreamBlock):
    """The steps of a lesson in their order."""

    talk = ActivityBlock(label=_("Talk"), icon="comment")
    write = ActivityBlock(label=_("Write or draw"), icon="edit")
    move = ActivityBlock(label=_("Move"), icon="move")
    cards = CardsBlock(label=_("Cards"), icon="copy")
    screen = ScreenBlock(label=_("Film, or a scene read aloud"), icon="media")


class SectionBlock(StructBlock):
    heading = CharBlock(label=_("heading"), max_length=100)
    text = TextBlock(label=_("text"), rows=6)
