"""Of the actions layer: a story that safeguarding brings in for its author, from paper, a call or a former site.

Next: stories/actions.py
"""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from home.concerns import words_of_concern
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark, User
from workflows.privacy.actions import give_consent, write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import AT_SENDING, LetterKind, Use
from workflows.privacy.keyring import CannotOpen
from workflows.privacy.models import AccessLog, ConsentWording
from workflows.review.errors import Late

from .codes import hash_code, hash_opening, new_code
from .enums import Brought, State
from .letters import write_to_author
from .rules import can_intake
from .sending import TooYoung
from .sharing import Sharing
from .submission import Submission

NOON = datetime.time(12)


def bring_story(
    *, case: UUID, person: User, band: Band, how: Brought, paper_on: datetime.date, ticked: dict, **answers
) -> Submission:
    """Bring in a story for its author; it waits at intake like any other, marked with who brought it and how.

    In order: the key, the submission with ten words to hand over, the age mark, both consents with the day on the
    paper, the access log, a letter to each of safeguarding and to an author who chose email. The same press twice
    brings one story. Raises PermissionDenied outside safeguarding or without the PVG mark, TooYoung under 13, and Late
    for a key that is in use or was erased.
    """
    if band == Band.UNDER_13:
        raise TooYoung
    if not can_intake(person, AgeMark(case=case, band=band)):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        before = Submission.objects.filter(case=case).first()
        if before:
            return _the_same(before, person)
        try:
            mint_key(case)
        except CannotOpen as erased:
            raise Late from erased
        submission = _written(case, person, band=band, brought_how=how, paper_on=paper_on, **answers)
        AgeMark.objects.create(case=case, band=band)
        _agreed(submission, ticked)
        AccessLog.objects.create(case=case, person=person, what="brought in")
        for keeper in User.objects.in_role(Role.SAFEGUARDING):
            write_letter_to(keeper, LetterKind.STORY_SENT, case=case)
        write_to_author(submission, LetterKind.STORY_RECEIVED)
    return submission


def open_ten_words(*, case: UUID, person: User) -> str:
    """Return the ten words of a story that was brought in, to be printed, and log who looked; nothing once given."""
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if not submission.brought_how or not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        if submission.code:
            AccessLog.objects.create(case=case, person=person, what="ten words")
    return submission.code


def hand_over(*, case: UUID, person: User) -> None:
    """Forget the ten words of a story that was brought in: its author, or who holds the paper, has them."""
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if not submission.brought_how or not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        submission.code = ""
        submission.save(update_fields=["code"])


def _the_same(before: Submission, person: User) -> Submission:
    if before.brought_by_id != person.pk:
        raise Late
    return before


def _written(case: UUID, person: User, **answers) -> Submission:
    code = new_code()
    return Submission.objects.create(
        case=case,
        state=State.SENT,
        sent_at=timezone.now(),
        due_on=Sharing.load().answer_by(),
        code=code,
        code_hash=hash_code(code),
        opening_hash=hash_opening(case, code.split()),
        marked={"words": words_of_concern(f"{answers['headline']}\n{answers['words']}")},
        brought_by=person,
        **answers,
    )


def _agreed(submission: Submission, ticked: dict) -> None:
    """Record both consents as of the day on the paper; publishing ends as the paper says, else as for anybody."""
    for use in AT_SENDING:
        wording = ConsentWording.objects.get(use=use, pk=ticked[use.value])
        lasts = submission.paper_ends_on or Sharing.load().yes_until(submission.band, submission.paper_on)
        ends_on = lasts if use == Use.PUBLISH else None
        consent = give_consent(case=submission.case, use=use, wording=wording, ends_on=ends_on)
        consent.given_at = timezone.make_aware(datetime.datetime.combine(submission.paper_on, NOON))
        consent.save(update_fields=["given_at"])
