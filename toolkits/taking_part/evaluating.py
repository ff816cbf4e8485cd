"""Of the actions layer: what pupils and teachers say of a session, and what may be told of it."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.concerns import words_of_concern
from workflows.privacy.small_numbers import LEAST, as_range
from workflows.review.errors import Refused

from .enums import Who
from .models import Evaluation

# Nothing here asks what somebody has lived through, or how they are.
QUESTIONS = {
    Who.PUPIL: {
        "clear": _("I knew what to do."),
        "safe": _("The way we talked was fair to everybody."),
        "useful": _("I can use something of this lesson."),
        "length": _("There was enough time."),
    },
    Who.TEACHER: {
        "ready": _("I could prepare it in the time it said."),
        "safe": _("The parts on safe teaching were enough."),
        "fits": _("It fits my class."),
        "again": _("I would teach it again."),
    },
}
SCALE = {5: _("yes, fully"), 4: _("mostly"), 3: _("in part"), 2: _("not really"), 1: _("no")}
A_DAY = 400  # answers on one session: more is no school


class TooManyAnswers(Refused):
    message = _("Very many answers came in today, so we stopped to check. Nothing was kept. Please try again tomorrow.")


def evaluate(*, session, who: Who, scales: dict[str, int], change: str, on_paper: bool = False) -> Evaluation:
    """Keep one answer: the day, and nothing of who gave it. Words of concern mark it. Raises TooManyAnswers."""
    with transaction.atomic():
        today = session.evaluations.filter(on=timezone.localdate())
        if today.count() >= A_DAY:
            raise TooManyAnswers
        marked = bool(words_of_concern(change))
        return Evaluation.objects.create(
            session=session, who=who, scales=scales, change=change, on_paper=on_paper, marked=marked
        )


def results_of(sessions) -> list[dict]:
    """Return for each session and kind of people: how many, and each question's mean. Fewer than five are not told."""
    answers = defaultdict(list)
    for row in Evaluation.objects.filter(session__in=sessions).order_by("pk"):
        answers[row.session_id, row.who].append(row)
    return [_result(session, who, rows) for session in sessions for who in Who if (rows := answers[session.pk, who])]


def _result(session, who: Who, rows: list[Evaluation]) -> dict:
    enough = len(rows) >= LEAST
    means = []
    for key, label in QUESTIONS[who].items():
        given = [row.scales[key] for row in rows if key in row.scales]
        means.append({"label": label, "mean": round(sum(given) / len(given), 1) if len(given) >= LEAST else None})
    changes = sorted((row for row in rows if row.change), key=lambda row: (not row.marked, row.change))
    return {
        "session": session,
        "who": who.label,
        "number": as_range(len(rows)),
        "means": means if enough else [],
        "changes": changes,
    }
