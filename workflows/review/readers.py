"""Who reads a case now: somebody is asked for each reader it lacks, and nobody waits for one who is late or gone."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from workflows.people.letters import write_to_champion
from workflows.privacy.enums import LetterKind

from .assignment import free_candidates, let_go_of_the_unqualified, offer_readings, pass_on, story_in
from .cases import draft_of, lock_step
from .coverage import votes_against, yes_votes
from .errors import Refused
from .models import ChampionReviewTask, Reading
from .obstacles import Story


def offer_missing(*, step, draft=None) -> list[Reading]:
    """Offer a case to as many readers as it still lacks. Returns the new readings, fewer when nobody is free.

    In order: readings of people who may not read it any more end, with their suggestions; what is late or before
    somebody on a break goes to the next reader, if there is one; the rest is offered; the step notes since when
    somebody is lacking. `draft` is the one of this moment, where it was opened already.
    """
    draft = draft or draft_of(step.page)
    case, digest = draft.case, draft.words_digest()
    let_go_of_the_unqualified(case)
    if votes_against(case, digest) >= step.readings:
        _note(step, is_lacking=False)
        return []  # staff decide now
    needed, held = step.readings - yes_votes(case, digest), list(Reading.objects.held().filter(case=case))
    offered = []
    if needed > sum(not reading.beside for reading in held) or _waits(case).exists():
        story = story_in(draft)
        _relieve(story)
        offered = offer_readings(step, story, needed)
        held = list(Reading.objects.held().filter(case=case))
    _note(step, is_lacking=needed > sum(not reading.beside for reading in held))
    return offered


def hand_over(reading: Reading) -> None:
    """End a reading whose reader opened what they may not read any more, and find another at once."""
    try:
        with transaction.atomic(durable=True):
            step = lock_step(reading.case, ChampionReviewTask)
            for held in Reading.objects.held().filter(pk=reading.pk):
                pass_on(held)
            offer_missing(step=step)
    except Refused:
        pass  # paused, or gone on: the minute looks again


def _relieve(story: Story) -> None:
    """Pass on what is late or before somebody on a break, as far as another is free: a late reader beats none."""
    found = list(_waits(story.case).select_related("champion"))
    counted = [reading for reading in found if not reading.beside]
    free = len(free_candidates(story)) if counted else 0
    for reading in [*counted[:free], *[reading for reading in found if reading.beside]]:
        pass_on(reading)
        write_to_champion(reading.champion, LetterKind.READING_PASSED_ON)


def _waits(case: UUID) -> QuerySet[Reading]:
    """Return what is late, or before somebody on a break."""
    waits = Q(due_on__lt=timezone.localdate()) | Q(champion__champion__paused=True)
    return Reading.objects.held().filter(waits, case=case)


def _note(step, *, is_lacking: bool) -> None:
    if is_lacking == bool(step.lacking_since):
        return
    step.lacking_since, step.lacking_told_at = (timezone.now() if is_lacking else None), None
    step.save(update_fields=["lacking_since", "lacking_told_at"])
