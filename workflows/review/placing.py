"""Staff decide who reads a story: somebody else, one more, or one of themselves. Part of the review's actions."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from workflows.people.letters import write_to_champion
from workflows.people.models import User
from workflows.privacy.enums import LetterKind

from .assignment import fairness, offer, pass_on, story_of
from .candidates import Candidate, candidates
from .cases import lock_step
from .enums import HELD
from .errors import Late, Refused, Stale
from .models import ChampionReviewTask, Placement, Reading
from .obstacles import OPEN_TO_STAFF, obstacle
from .readers import offer_missing
from .rules import can_place


def place_reader(
    *,
    case: UUID,
    person: User,
    reason: str,
    seen: int,
    reader: int | None = None,
    instead_of: UUID | None = None,
) -> Reading:
    """Ask somebody to read a case: the fairest choice, or `reader`; in the place of a reading, or as one more.

    In order: the reading in whose place it is ends, and its reader hears of it; the new one is offered, and writes
    down that staff asked; who did it and why is kept with the case. `seen` is how many readings the screen showed.
    Raises PermissionDenied for anyone but safeguarding, Stale when somebody else decided meanwhile, Late when that
    reading is over, Refused when nobody may be asked.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, ChampionReviewTask)
        if not can_place(person):
            raise PermissionDenied
        if Reading.objects.filter(case=case).count() != seen:
            raise Stale
        before = _ended(case, instead_of) if instead_of else None
        chosen = _chosen(case, reader, person)
        by_hand = {"in_hand": None, "asked_before": None, "appointed": chosen.works_here}
        reading = offer(step, case, chosen, **by_hand)
        row = Placement(case=case, by=person, reader=reading.champion, instead_of=before, reason=reason.strip())
        row.save()
        offer_missing(step=step)
    return reading


def who_may_be_asked(case: UUID, person: User) -> list[Candidate]:
    """Return whom a member of staff may ask to read a case, the fairest first; never themselves."""
    story = story_of(case)
    found = [one for one in candidates(case, story.subjects) if obstacle(one, story) in OPEN_TO_STAFF]
    others = [one for one in found if one.pk != person.pk]
    return sorted(others, key=lambda one: (obstacle(one, story) or "", fairness(case, one)))


def _chosen(case: UUID, reader: int | None, person: User) -> Candidate:
    """Return the reader who was named; without a name the fairest, and nobody who works here."""
    found = [one for one in who_may_be_asked(case, person) if one.pk == reader or (not reader and not one.works_here)]
    if not found:
        raise Refused(_("Nobody can be asked like this just now. Nothing was changed. Please choose another reader."))
    return found[0]


def _ended(case: UUID, pk: UUID) -> User:
    reading = (
        Reading.objects.select_for_update(of=("self",)).select_related("champion").filter(case=case, pk=pk).first()
    )
    if reading is None:
        raise PermissionDenied
    if reading.state not in HELD:
        raise Late
    pass_on(reading)
    write_to_champion(reading.champion, LetterKind.READING_PASSED_ON)
    return reading.champion
