"""What an editor sees of a story in Wagtail: the words to read, and the few things that are theirs to choose."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from home.reading import reads
from home.seen import AUTHORS, seen
from home.topics import TopicChoices
from workflows.review.cases import step_of
from workflows.review.enums import MADE_BY_READERS
from workflows.review.models import PrepareTask, Suggestion
from workflows.review.proposals import parts_of

from .display import language_of


class WordsPanel(Panel):
    """Shows the author's words and the suggestions made; it holds no field, so a forged POST changes nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "stories/admin/words_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            step = step_of(page.case) if page.pk else None
            suggested: dict[str, list] = {}
            for suggestion in Suggestion.objects.real().filter(case=page.case).select_related("made_by"):
                if not suggestion.answer and suggestion.kind in MADE_BY_READERS:
                    suggestion.reads = reads(f"{suggestion.after}\n{suggestion.reason}", language_of(page))
                suggested.setdefault(suggestion.paragraph, []).append(suggestion)
            parts = parts_of(page).items()
            return context | {
                "page": page,
                "parts": [(key, text, suggested.get(key, [])) for key, text in parts if text],
                "can_suggest": bool(step and isinstance(step.task.specific, PrepareTask)),
                "step": step,
                "first": -2 if page.byline else -1,  # the title, and the name if there is one, come before paragraph 1
                "actions": step.task.specific.get_actions(page, self.request.user) if step else [],
            }


edit_handler = TabbedInterface(
    [
        ObjectList(
            seen(
                AUTHORS,
                [
                    HelpPanel(
                        _(
                            "The words belong to the author. You can suggest a change to any part; the author "
                            "decides. Below you choose what stands around them. The author sees the whole page "
                            "before saying yes."
                        )
                    ),
                    WordsPanel(heading=_("The author’s words")),
                    MultiFieldPanel([FieldPanel("notes"), FieldPanel("pull")], heading=_("For the reader")),
                    MultiFieldPanel(
                        [FieldPanel("picture"), FieldPanel("picture_alt")],
                        heading=_("Picture"),
                        help_text=_(
                            "A drawing is made for every story; a picture is only needed where it says more. No "
                            "pictures of harm, of bodies, or of people with their head in their hands."
                        ),
                    ),
                    FieldPanel(
                        "tags",
                        heading=_("Topics"),
                        widget=TopicChoices,
                        help_text=_("Readers find stories by these. The list is kept under Help and words."),
                    ),
                ],
            ),
            heading=_("Story"),
        )
    ]
)
