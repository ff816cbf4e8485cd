"""Suggestions by kind and answer: how often authors use them, keep theirs, or say it another way."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from workflows.people.enums import Role
from workflows.review.enums import Answer, SuggestionKind
from workflows.review.models import Suggestion

from .base import StoriesList

ANSWERS = {"none": _("Not answered yet")} | {answer.name.lower(): answer.label for answer in Answer}


class AnswersReport(StoriesList):
    page_title = _("Suggestions by kind and answer")
    about = _("“Keep my words” is a good answer too: the words are the author’s.")
    name = "answers_by_kind"
    header_icon = "table"
    roles = (Role.EDITOR, Role.SAFEGUARDING)
    columns = (
        Column("kind", label=_("Kind")),
        Column("all", label=_("Made")),
        *[Column(name, label=label) for name, label in ANSWERS.items()],
    )
    list_export = ("kind", "all", *ANSWERS)
    export_headings = {"kind": _("Kind"), "all": _("Made")} | ANSWERS
    export_filename = "suggestions-by-kind-and-answer"

    def get_queryset(self):
        counts = {answer.name.lower(): Count("pk", filter=Q(answer=answer)) for answer in Answer}
        found = Suggestion.objects.order_by().values("kind")
        found = found.annotate(all=Count("pk"), none=Count("pk", filter=Q(answer="")), **counts)
        rows = {row["kind"]: row for row in found}
        return [rows[kind] | {"kind": kind.label} for kind in SuggestionKind if kind in rows]
