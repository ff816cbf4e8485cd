"""The review of a story: two champions read, the author answers and says yes, an editor sets the day.

Every function opens the outermost transaction, locks the case's review, re-reads, checks, and only then decides.
Next: workflows/review/finish.py
"""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.people.enums import Hand, TimeKind
from workflows.people.models import AgeMark, User
from workflows.people.timekeeping import note_time
from workflows.privacy.deciding import deciding
from workflows.privacy.enums import Use
from workflows.privacy.models import AccessLog, Consent

from .additions import are_additions_answered
from .assignment import end_readings, offer_beside
from .avoided import is_avoided
from .cases import draft_of, lock_step, page_of
from .coverage import is_covered, yes_votes
from .digest import SCHEME
from .enums import GIVEN_BACK, HELD, MADE_BY_READERS, ReadingState, SuggestionKind, Verdict
from .errors import Involved, Lapsed, Late, NotSealed, Refused, Stale
from .findings import note_findings, refuse_contradiction, refuse_findings
from .hands import may_lend_a_hand
from .keeping import forget_ended
from .models import (
    AuthorSealTask,
    ChampionReviewTask,
    HalfWritten,
    Policy,
    PrepareTask,
    PublishTask,
    Reading,
    Seal,
    Suggestion,
    Vote,
)
from .offering import offer
from .proposals import parts_of, refuse_proposal
from .readers import hand_over, offer_missing
from .rules import can_check, can_open_reading, can_prepare
from .signals import returned_to_author, story_sealed
from .steps import send_back
from .waiting import minutes_of

NOTHING: Mapping[str, dict] = MappingProxyType({})  # found by any question


def begin_review(*, page) -> None:
    """Start "Story review" on a draft, as nobody's workflow, and offer it to the first readers.

    Called inside the transaction that accepts the story. Raises Refused when no workflow is set for the section.
    """
    workflow = page.get_workflow()
    if workflow is None or not ChampionReviewTask.objects.filter(workflow_tasks__workflow=workflow).exists():
        raise Refused(_("This section has no review. An administrator can set one under Settings, Workflows."))
    workflow.start(page, None)
    step = lock_step(page.case, ChampionReviewTask)
    offer_missing(step=step)
    offer_beside(step, page.case)


def open_reading(*, reading: Reading, person: User) -> Reading:
    """Mark a reading as begun and log who opened it.

    Raises PermissionDenied for anyone but its reader, Late when it is over, Frozen when it is paused, and Lapsed or
    Involved when they may not read it any more: then it is handed to somebody else at once.
    """
    try:
        return _opened(reading, person)
    except Lapsed:
        hand_over(reading)
        raise


def _opened(reading: Reading, person: User) -> Reading:
    with transaction.atomic(durable=True):
        lock_step(reading.case, ChampionReviewTask)
        reading = _own_reading(reading, person)
        if reading.state == ReadingState.OFFERED:
            reading.state = ReadingState.OPEN
            reading.save(update_fields=["state"])
        AccessLog.objects.create(case=reading.case, person=person, what="reading")
    return reading


def suggest(
    *,
    case: UUID,
    person: User,
    paragraph: str,
    before: str,
    after: str,
    reason: str,
    kind: SuggestionKind = SuggestionKind.SUGGESTION,
) -> Suggestion:
    """Propose other words for one paragraph, the headline or the byline; the author will decide.

    Champions do so with a reading before them, editors while they prepare, safeguarding at both steps. `before` is
    the text the person saw. Raises Stale when it has changed, PermissionDenied for anyone else, Refused for what
    `proposals.py` refuses.
    """
    with transaction.atomic(durable=True):
        require_suggester(lock_step(case, ChampionReviewTask, PrepareTask), case, person)
        draft = draft_of(page_of(case))
        if parts_of(draft).get(paragraph) != before:
            raise Stale
        if kind not in MADE_BY_READERS:
            raise PermissionDenied
        after, reason = after.strip().replace("\r\n", "\n"), reason.strip()
        refuse_proposal(draft, paragraph, after, reason, kind)
        words = {"paragraph": paragraph, "before": before, "after": after, "reason": reason, "kind": kind}
        return offer(case=case, person=person, typed=paragraph, offers=[words])[0]


def take_suggestion_back(*, suggestion: Suggestion, person: User) -> None:
    """Delete an own suggestion while one may suggest. Raises PermissionDenied for another's, Late after a vote."""
    with transaction.atomic(durable=True):
        step = lock_step(suggestion.case, ChampionReviewTask, PrepareTask)
        require_suggester(step, suggestion.case, person)
        found = Suggestion.objects.unanswered().filter(pk=suggestion.pk, made_by=person)
        if not found.delete()[0]:
            raise PermissionDenied


def cast_vote(
    *,
    reading: Reading,
    person: User,
    digest: str,
    verdict: Verdict,
    found: Mapping[str, dict] = NOTHING,
    policy: Policy | None = None,
) -> Vote:
    """Cast a champion's verdict on the words they read; go on when enough said yes, ask a third on one "not now".

    `found` has what was found, by question of the policy (that of today, unless another version was asked); it is
    kept with the vote. What was half written is forgotten. Raises PermissionDenied for anyone but the qualified
    reader, Stale when the words are not those read, Late when the case has moved on, Refused when verdict and own
    suggestions contradict each other, or when a "not now" has no question that made it so. Three presses at once
    count two, and the third hears Late. The vote of somebody who is learning is kept and decides nothing.
    """
    with transaction.atomic(durable=True):
        step = lock_step(reading.case, ChampionReviewTask)
        reading = _own_reading(reading, person)
        draft = draft_of(page_of(reading.case))
        if draft.words_digest() != digest:
            raise Stale
        refuse_contradiction(reading, verdict)
        policy = policy or Policy.objects.current()
        refuse_findings(policy, found, verdict)
        vote = Vote.objects.create(reading=reading, digest=digest, verdict=Verdict(verdict))
        note_findings(vote=vote, policy=policy, found=found)
        _end(reading, ReadingState.DONE)
        note_time(person=person, day=timezone.localdate(), kind=TimeKind.READING, minutes=minutes_of(draft))
        if yes_votes(reading.case, digest) >= step.readings:
            end_readings(reading.case)
            forget_ended(reading.case)
            step.approve(user=None)
        elif not reading.beside:
            offer_missing(step=step, draft=draft)
    return vote


def give_back(*, reading: Reading, person: User, state: ReadingState) -> None:
    """End an own reading without a verdict, handed back or stepped away, and ask somebody else. Nobody is told why.

    Its suggestions go with it. Raises PermissionDenied for another's reading, Late when it is no longer before them.
    """
    with transaction.atomic(durable=True):
        step = lock_step(reading.case, ChampionReviewTask)
        reading = Reading.objects.select_for_update().get(pk=reading.pk)
        if reading.champion_id != person.pk or state not in GIVEN_BACK:
            raise PermissionDenied
        if reading.state not in HELD:
            raise Late
        _end(reading, state)
        Suggestion.objects.unanswered().filter(case=reading.case, made_by=person).delete()
        offer_missing(step=step)


def seal(*, case: UUID, digest: str) -> Seal:
    """Record the author's yes to exactly the page with this digest, and hand it to an editor for its day.

    Raises Stale when the draft is another by now, Refused while something is unanswered, still being read, not
    covered by two champions, or without consent to publish; Late and Frozen as ever.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        page = page_of(case)
        draft = draft_of(page)
        if draft.digest() != digest:
            raise Stale
        asked = Suggestion.objects.of_round(step)
        if asked.open_to_author().exists():
            raise Refused(_("Some suggestions still wait for your answer."))
        if asked.unanswered().exists():
            raise Refused(_("Your readers still look at the part you want to keep. You’ll hear when they are done."))
        if asked.pending().exists():
            raise Refused(_("Your new words are still being read. We’ll tell you when you can say yes."))
        if not are_additions_answered(draft):
            raise Refused(_("Something beside your words was not shown to you. We’re looking into it."))
        if not Consent.objects.standing().filter(case=case, use=Use.PUBLISH).exists():
            raise Refused(_("You have not agreed to publishing on this site."))
        if not any(text for _key, text in draft.paragraphs):
            raise Refused(_("Every part is left out, so the page would be empty. Please bring one back in your words."))
        if not is_covered(page, draft):
            raise Refused(_("These words have not been read by two champions yet. We’re looking into it."))
        with deciding():
            sealed, _made = Seal.objects.update_or_create(
                case=case, locale=draft.locale, digest=digest, defaults={"at": timezone.now(), "scheme": SCHEME}
            )
        step.approve(user=None)
        story_sealed.send(sender=Seal, case=case)
    return sealed


def ask_for_soon(*, case: UUID) -> None:
    """Note that the author does not want to wait a day for publication. Raises Refused once a day is set."""
    with transaction.atomic(durable=True):
        step = lock_step(case, PublishTask)
        if step.publish_on:
            raise Refused(_("Your page has a day already."))
        step.at_once = True
        step.save(update_fields=["at_once"])


def change_mind(*, case: UUID) -> None:
    """Take the author's yes back before publication: the page returns to them; what is up already stays."""
    with transaction.atomic(durable=True):
        step = lock_step(case, PublishTask)
        with deciding():
            Seal.objects.filter(case=case, locale=step.page.locale).exclude(digest=step.page.sealed_with).delete()
        send_back(step=step, to=AuthorSealTask)


def publish_due(case: UUID) -> bool:
    """Publish a sealed page whose day has come; tell whether it went live. `tick` asks for each, one by one.

    What no longer fits its seal goes back to its author in a second transaction, and they hear the truth.
    """
    try:
        with transaction.atomic(durable=True):
            step = lock_step(case, PublishTask)
            if not step.is_due or is_avoided(case, timezone.now()):
                return False
            step.approve(user=None)
            return True
    except NotSealed:
        with transaction.atomic(durable=True):
            send_back(step=lock_step(case, PublishTask), to=AuthorSealTask)
            returned_to_author.send(sender=Seal, case=case)
    except Refused:
        pass  # frozen, or decided in the meantime: it is asked again next minute
    return False


def _own_reading(reading: Reading | None, person: User) -> Reading:
    locked = Reading.objects.select_for_update(of=("self",)).select_related("half_written")
    reading = reading and locked.get(pk=reading.pk)
    if reading is None or reading.champion_id != person.pk:
        raise PermissionDenied
    if reading.state not in HELD:
        raise Late
    mark = AgeMark.of(reading.case)
    if not can_open_reading(person, reading, mark):
        raise Lapsed
    if not may_lend_a_hand(person, Hand.READS, reading.case):
        raise Involved
    return reading


def require_suggester(step, case: UUID, person: User) -> None:
    """Refuse anyone but safeguarding, a champion with the reading before them, or an editor while they prepare."""
    if can_check(person, AgeMark.of(case)):
        return
    reading = Reading.objects.filter(case=case, champion=person).first()
    if not isinstance(step.task.specific, PrepareTask):
        _own_reading(reading, person)
    elif not can_prepare(person, AgeMark.of(case)):
        raise Late if reading else PermissionDenied


def _end(reading: Reading, state: ReadingState) -> None:
    reading.state, reading.ended_at = state, timezone.now()
    reading.save(update_fields=["state", "ended_at"])
    HalfWritten.objects.filter(reading=reading).delete()
