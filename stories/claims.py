"""Of the actions layer: lost words. A plausible claim hides the page at once; new words take proof and 72 hours."""

import uuid
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workflows.people.enums import Role
from workflows.people.models import AgeMark, User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.casekeys import destroy_key, mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog
from workflows.privacy.stores import end_sessions
from workflows.review.errors import Late, Refused
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .codes import hash_code, hash_opening, new_code
from .enums import State
from .letters import write_to_author
from .lost import KEPT, WAIT, Claim, ClaimState
from .rules import can_intake
from .submission import Submission


def make_claim(*, remembered: str, contact: dict) -> Claim:
    """Keep what somebody remembers, under a key of its own, and tell safeguarding that something waits."""
    with transaction.atomic(durable=True):
        key = uuid.uuid4()
        mint_key(key)
        claim = Claim.objects.create(id=key, remembered=remembered, contact=contact)
        for keeper in User.objects.in_role(Role.SAFEGUARDING):
            write_letter_to(keeper, LetterKind.WORDS_LOST)
    return claim


def open_claim(*, claim: Claim, person: User) -> Claim:
    """Return a claim for safeguarding to read, and log who opened it. Raises PermissionDenied for anyone else."""
    if not person.has_role(Role.SAFEGUARDING):
        raise PermissionDenied
    AccessLog.objects.create(case=claim.story or claim.pk, person=person, what="claim of lost words")
    return claim


def hide_for_claim(*, claim: Claim, person: User, story: UUID) -> None:
    """Put the story out of sight at once: it is frozen, so its page answers the one 410. No proof is needed for that.

    Raises PermissionDenied outside safeguarding or without the mark for its age, Late when the claim is decided,
    Refused for a story that was never sent or is taken back.
    """
    with transaction.atomic(durable=True):
        claim = _locked(claim, person, ClaimState.OPEN)
        submission = _submission(story)
        if submission is None:
            raise Refused(_("There is no such story any more."))
        if not can_intake(person, AgeMark.of(story)):
            raise PermissionDenied
        raise_concern(case=story, raised_by=RaisedBy.CLAIM, person=person)
        claim.state, claim.story = ClaimState.HIDDEN, story
        claim.save(update_fields=["state", "story"])


def prove_claim(*, claim: Claim, person: User, how: str) -> None:
    """Record how staff came to be sure, start the 72 hours, and write to the address the author gave at first.

    Raises PermissionDenied, Late, and Refused without a word on how, or when the story was taken back meanwhile.
    """
    with transaction.atomic(durable=True):
        claim = _locked(claim, person, ClaimState.HIDDEN)
        submission = _submission(claim.story)
        if not how.strip():
            raise Refused(_("Please write how you came to be sure."))
        if submission is None:
            raise Refused(_("There is no such story any more."))
        claim.state, claim.proof, claim.ready_at = ClaimState.PROVED, how.strip(), timezone.now() + WAIT
        claim.save(update_fields=["state", "proof", "ready_at"])
        write_to_author(submission, LetterKind.NEW_WORDS_ASKED)


def give_new_words(*, claim: Claim, person: User) -> str:
    """Make new ten words, once, when 72 hours have passed and nobody objected. Returns them; they are stored nowhere.

    In order: the old words open nothing any more, open sessions end, a letter to the address the author gave at
    first. The story stays hidden until safeguarding closes the worry. Raises PermissionDenied, Late, Refused.
    """
    with transaction.atomic(durable=True):
        claim = _locked(claim, person, ClaimState.PROVED)
        submission = _submission(claim.story)
        if submission is None:
            raise Refused(_("There is no such story any more."))
        if timezone.now() < claim.ready_at:
            at = date_format(timezone.localtime(claim.ready_at), "j F, H:i")
            raise Refused(_("New words can be given from %(at)s on. Until then the author can object.") % {"at": at})
        code = new_code()
        submission.code, submission.code_hash = "", hash_code(code)
        submission.opening_hash = hash_opening(submission.case, code.split())
        submission.save(update_fields=["code", "code_hash", "opening_hash"])
        end_sessions(submission.case)
        _end(claim, ClaimState.GIVEN)
        write_to_author(submission, LetterKind.NEW_WORDS_ASKED)
    return code


def end_claim(*, claim: Claim, person: User) -> None:
    """End a claim without new words. A story it hid stays hidden until safeguarding closes the worry."""
    with transaction.atomic(durable=True):
        claim = _locked(claim, person, *(ClaimState.OPEN, ClaimState.HIDDEN, ClaimState.PROVED))
        _end(claim, ClaimState.ENDED)


def object_to_claim(*, case: UUID) -> bool:
    """Let whoever has the ten words say “that wasn't me”: every claim to their story ends, and safeguarding hears.

    Returns whether there was one; a second press finds none.
    """
    with transaction.atomic(durable=True):
        claims = list(Claim.objects.select_for_update().about(case))
        for claim in claims:
            _end(claim, ClaimState.ENDED)
        if claims:
            text = _("Somebody else asked for new words for my story. That wasn’t me.")
            raise_concern(case=case, raised_by=RaisedBy.AUTHOR, text=text)
    return bool(claims)


def forget_claims(case: UUID) -> None:
    """Delete every claim to a story that is erased, and their keys."""
    _forget(Claim.objects.filter(story=case))


def forget_old_claims() -> int:
    """Delete claims thirty days after their end, and their keys. Returns how many."""
    with transaction.atomic(durable=True):
        return _forget(Claim.objects.filter(ended_at__lt=timezone.now() - KEPT))


def _forget(claims) -> int:
    keys = list(claims.values_list("pk", flat=True))
    claims.delete()
    for key in keys:
        destroy_key(key)
    return len(keys)


def _locked(claim: Claim, person: User, *states: ClaimState) -> Claim:
    if not person.has_role(Role.SAFEGUARDING):
        raise PermissionDenied
    claim = Claim.objects.select_for_update().filter(pk=claim.pk).first()
    if claim is None or claim.state not in states:
        raise Late
    if claim.story and not can_intake(person, AgeMark.of(claim.story)):
        raise PermissionDenied
    return claim


def _submission(story: UUID) -> Submission | None:
    sent = Submission.objects.select_for_update().exclude(state=State.DRAFT)
    return sent.filter(case=story, taken_back_at=None).first()


def _end(claim: Claim, state: ClaimState) -> None:
    claim.state, claim.ended_at = state, timezone.now()
    claim.save(update_fields=["state", "ended_at"])
