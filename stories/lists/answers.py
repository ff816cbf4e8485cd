"""Suggestions by kind and answer: how often authors use them, keep theirs, or say it another way."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from workflows.people.enums import Role
from workflows.review.answered import WAITING, counted_by_kind
from workflows.review.enums import Answer

from .base import StoriesList

ANSWERS = {WAITING: _("Not answered yet")} | {answer.name.lower(): answer.label for answer in Answer}


class AnswersReport(StoriesList):
    page_title = _("Suggestions by kind and answer")
    about = _("“Keep my words” is a good answer too: the words are the author’s.")
    name = "answers_by_kind"
    header_icon = "table"
    roles = (Role.EDITOR, Role.SAFEGUARDING)
    columns = (
        Column("kind", label=_("Kind")),
        Column("made", label=_("Made")),
        *[Column(name, label=label) for name, label in ANSWERS.items()],
    )
    list_export = ("kind", "made", *ANSWERS)
    export_headings = {"kind": _("Kind"), "made": _("Made")} | ANSWERS
    export_filename = "suggestions-by-kind-and-answer"

    def get_queryset(self):
        return [row | {"kind": kind.label} for kind, row in counted_by_kind().items()]
