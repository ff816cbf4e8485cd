"""The screen on which a champion reads: the words part by part, each with what helps to read it and say something."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.template.response import TemplateResponse

from home.lists import reasons_in
from workflows.review.actions import open_reading
from workflows.review.cases import draft_to_read
from workflows.review.differences import differences
from workflows.review.errors import Late
from workflows.review.forms import SuggestForm
from workflows.review.hints import Helps, Reader
from workflows.review.keeping import ANSWERS, typed_by
from workflows.review.models import Suggestion
from workflows.review.policy_now import policy_asked
from workflows.review.proposals import parts_of
from workflows.review.verdict_form import VerdictForm


@dataclass(frozen=True)
class Part:
    """The title, the name on the page or one paragraph, with this champion's suggestions and a form for another."""

    key: str
    number: int  # 0 for the title and the name
    text: str
    suggestions: list
    form: SuggestForm
    helps: Helps
    kept: bool  # something half written waits in its form


def draft_before(reading):
    """Return the draft a reading is about, to read. Raises Late where there is none any more."""
    draft = draft_to_read(reading.case)
    if draft is None:
        raise Late
    return draft


def words_of(draft) -> list[tuple[str, str]]:
    """Return the parts that say something, by name."""
    return [(key, text) for key, text in parts_of(draft).items() if text]


def language_of(draft) -> str:
    """Return the code of the language a draft is written in."""
    return draft.language or draft.locale.language_code


def show_reading(request, reading, *, wrong=None, wrong_part="", verdict=None):
    """Show the words. Each showing asks the action first, which logs it: a paused or lost reading shows none."""
    prefetch_related_objects([request.user], "qualifications")
    reading = open_reading(reading=reading, person=request.user)
    draft = draft_before(reading)
    mine = list(Suggestion.objects.unanswered().filter(case=reading.case, made_by=request.user))
    typed = typed_by(reading)
    policy = policy_asked()
    answers = VerdictForm(policy=policy, has_suggestions=bool(mine), initial=typed.get(ANSWERS))
    context = {
        "reading": reading,
        "draft": draft,
        "parts": _parts(draft, mine, typed, wrong, wrong_part),
        "form": wrong or verdict,
        "verdict": verdict or answers,
        "policy": policy,
        "answers_kept": ANSWERS in typed,
        "digest": draft.words_digest(),
        "language": language_of(draft),
    }
    return TemplateResponse(request, "workflows/review/reading.html", context)


def _parts(draft, mine, typed, wrong, wrong_part) -> list[Part]:
    reader, reasons = Reader(draft, language_of(draft)), reasons_in(draft.locale.language_code)
    shown = [key for key, text in draft.paragraphs if text]
    numbers = {key: number for number, key in enumerate(shown, start=1)}
    return [
        Part(
            key,
            numbers.get(key, 0),
            text,
            [(one, differences(one.before, one.after) if one.after else []) for one in mine if one.paragraph == key],
            wrong if key == wrong_part else SuggestForm(part=key, words=text, reasons=reasons, typed=typed.get(key)),
            reader.helps(text),
            key in typed,
        )
        for key, text in words_of(draft)
    ]
