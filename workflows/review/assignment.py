"""Choosing readers: who may read the story and wishes to; of those the least burdened, then the longest unasked."""

import datetime
import hashlib
from uuid import UUID

from django.utils import timezone

from workflows.people.models import AgeMark, Champion
from workflows.people.rules import can_read_as_champion

from .candidates import Candidate, candidates
from .cases import draft_of, page_of
from .enums import ReadingState
from .models import Reading, StepState, Suggestion
from .obstacles import Obstacle, Story, obstacle


def story_of(case: UUID) -> Story:
    """Return what decides who may read a case, as its draft stands."""
    return story_in(draft_of(page_of(case)))


def story_in(draft) -> Story:
    """Return what decides who may read a draft."""
    mark = AgeMark.of(draft.case)
    language = draft.language or draft.locale.language_code
    return Story(draft.case, mark.band if mark else "", language, draft.subject_keys())


def offer_readings(step: StepState, story: Story, needed: int) -> list[Reading]:
    """Offer a step's case to as many champions as are missing, and write to each. Fewer when nobody is free."""
    missing = needed - Reading.objects.held().counted().filter(case=story.case).count()
    if missing <= 0:
        return []
    free = free_candidates(story)
    return [offer(step, story.case, person, free=len(free)) for person in free[:missing]]


def offer_beside(step: StepState, case: UUID) -> Reading | None:
    """Offer a case to one champion who is learning, beside those who count; none when nobody is free."""
    if not Champion.objects.filter(learning=True).exists():
        return None
    story = story_of(case)
    learners = [person for person in candidates(story.case, story.subjects) if _may_read_beside(person, story)]
    learners.sort(key=lambda person: fairness(story.case, person))
    return offer(step, case, learners[0], free=len(learners), beside=True) if learners else None


def offer(step: StepState, case: UUID, person: Candidate, **facts) -> Reading:
    """Put a story before one person, with days of their own; they hear as often as they chose (`summaries.py`)."""
    known = {"in_hand": person.in_hand, "asked_before": person.asked_before}
    days = datetime.timedelta(days=step.task.specific.days_each)
    due_on = timezone.localdate() + days
    return Reading.objects.create(case=case, champion_id=person.pk, due_on=due_on, **known | facts)


def end_readings(case: UUID) -> None:
    """End what is still before somebody: the case needs no reader any more."""
    Reading.objects.held().filter(case=case).update(state=ReadingState.NOT_NEEDED, ended_at=timezone.now())


def let_go_of_the_unqualified(case: UUID) -> None:
    """End readings held by people who may not read the case any more: gone, lapsed, without the mark it needs.

    Their unanswered suggestions go with them. Nothing is asked of them, and they are not asked again.
    """
    mark = AgeMark.of(case)
    for reading in Reading.objects.held().filter(case=case).select_related("champion"):
        if not can_read_as_champion(reading.champion, mark):
            pass_on(reading)


def pass_on(reading: Reading) -> None:
    """End a reading so that somebody else can be asked; what its reader suggested and the author has not seen goes."""
    reading.state, reading.ended_at = ReadingState.LAPSED, timezone.now()
    reading.save(update_fields=["state", "ended_at"])
    Suggestion.objects.unanswered().filter(case=reading.case, made_by=reading.champion_id).delete()


def free_candidates(story: Story) -> list[Candidate]:
    """Return everyone who may be asked for a story, the fairest choice first."""
    free = [person for person in candidates(story.case, story.subjects) if obstacle(person, story) is None]
    return sorted(free, key=lambda person: fairness(story.case, person))


def fairness(case: UUID, person: Candidate) -> tuple:
    """Return the order of asking: least in hand, then longest unasked.

    Ties fall by a hash of case and person, so that the same question always has the same answer.
    """
    asked = person.asked_before.timestamp() if person.asked_before else 0.0
    tie = hashlib.sha256(f"{case}:{person.pk}".encode()).hexdigest()
    return (person.in_hand, asked, tie)


def _may_read_beside(person: Candidate, story: Story) -> bool:
    return obstacle(person, story) == Obstacle.LEARNING and person.this_week < person.limit
