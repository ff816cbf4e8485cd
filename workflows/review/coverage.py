"""What two champions' votes cover: the words they read, and what the author made of them by answering suggestions."""

from uuid import UUID

from wagtail.models import TaskState

from .enums import BYLINE, HEADLINE, YES, Answer, SuggestionKind, Verdict
from .models import ChampionReviewTask, StepState, Suggestion, Vote


def yes_votes(case: UUID, digest: str) -> int:
    """Return how many champions said yes to exactly these words; whoever is learning is not counted."""
    return _votes(case, digest).filter(verdict__in=YES).count()


def votes_against(case: UUID, digest: str) -> int:
    """Return how many champions said that exactly these words are not ready."""
    return _votes(case, digest).filter(verdict=Verdict.NOT_NOW).count()


def last_read(page) -> tuple:
    """Return the text that champions voted on last and those who said yes to it; nothing before they are done."""
    step = _last_reading_step(page)
    if step is None:
        return None, []
    base = step.revision.as_object()
    votes = _votes(page.case, base.words_digest()).filter(verdict__in=YES)
    return base, [vote.reading.champion for vote in votes.select_related("reading__champion__champion")]


def is_covered(page, draft) -> bool:
    """Tell whether every word of the draft was read by enough champions, or follows from the author's answers.

    The base is the text the champions voted on. Each paragraph, the headline and the byline must be as in the base,
    or the words of a suggestion the author used, or the author's own new words once confirmed, or left out, which is
    empty, or what its readers let stay after all. What is attached likewise: as it was, left out, or another once
    confirmed. Words of which somebody said that they can't be published, and did not withdraw it, are never covered.
    """
    step = _last_reading_step(page)
    if step is None:
        return False
    base = step.revision.as_object()
    if yes_votes(page.case, base.words_digest()) < step.readings:
        return False
    before, now = dict(base.paragraphs), draft.paragraphs
    answered = _settled(page.case)
    fits = [key for key, _text in now] == list(before) and all(
        text == before[key] or text in answered.get(key, ()) for key, text in now
    )
    title_fits = draft.headline == base.headline or draft.headline in answered.get(HEADLINE, ())
    name_fits = draft.byline == base.byline or draft.byline in answered.get(BYLINE, ())
    same_place = draft.locale_id == base.locale_id
    attached = base.attached_texts()
    beside = all(
        text in ("", attached[name]) or text in answered.get(name, ()) for name, text in draft.attached_texts().items()
    )
    return fits and title_fits and name_fits and same_place and beside and not _says_what_cannot_be(page.case, draft)


def _votes(case: UUID, digest: str):
    return Vote.objects.filter(reading__case=case, reading__beside=False, digest=digest)


def _last_reading_step(page):
    return (
        StepState.objects.filter(
            workflow_state__object_id=str(page.pk),
            task__in=ChampionReviewTask.objects.all(),
            status=TaskState.STATUS_APPROVED,
        )
        .select_related("revision")
        .order_by("-finished_at")
        .first()
    )


def _says_what_cannot_be(case: UUID, draft) -> bool:
    words = {HEADLINE: draft.headline, BYLINE: draft.byline, **dict(draft.paragraphs)}
    now = words | dict(draft.additions()) | draft.attached_texts()
    musts = Suggestion.objects.filter(case=case, kind=SuggestionKind.MUST, withdrawn_at=None)
    return any(now.get(must.paragraph) == must.before for must in musts)


def _settled(case: UUID) -> dict[str, set[str]]:
    """Return, by paragraph, the texts that the author's answers allow."""
    texts: dict[str, set[str]] = {}
    for suggestion in Suggestion.objects.filter(case=case, turned_down=False).exclude(answer=""):
        allowed = texts.setdefault(suggestion.paragraph, set())
        if suggestion.withdrawn_at:
            allowed.add(suggestion.before)  # its readers looked again, and said that it can stay
        if suggestion.answer == Answer.USE:
            allowed.add(suggestion.after)
        elif suggestion.answer == Answer.LEAVE_OUT:
            allowed.add("")
        elif suggestion.answer == Answer.OWN and suggestion.confirmed_at:
            allowed.add(suggestion.own_words)
    return texts
