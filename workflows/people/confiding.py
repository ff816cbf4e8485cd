"""Volunteer and delivery team write to each other, and a promise stands until the team has answered."""

import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workflows.privacy.actions import write_letter_to
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog

from .enums import Role
from .letters import write_to_champion
from .models import CallWish, LineMessage, PrivateLine, User
from .rules import can_answer_line


class Answered(Exception):
    """What somebody on the team tries to do was done by a colleague, or is not wanted any more."""


def line_of(person: User) -> PrivateLine:
    """Return a person's line, made with its key when first asked for. Call inside a transaction."""
    line, is_new = PrivateLine.objects.get_or_create(person=person)
    if is_new:
        mint_key(line.case)
    return line


def write_on_line(*, person: User, text: str) -> LineMessage:
    """Write to the delivery team. In order: the message, the day by which it is answered, a letter to the team.

    The same words twice, with nothing in between, are one message. A promise that stands is not moved.
    """
    with transaction.atomic(durable=True):
        line = _locked(line_of(person).case)
        last = LineMessage.objects.filter(case=line.case).in_order().last()
        if last and not last.is_answer and last.text == text:
            return last
        message = LineMessage.objects.create(case=line.case, text=text)
        _promise(line)
    return message


def ask_for_call(*, person: User, phone: str, times: str) -> CallWish:
    """Ask to be called. A second wish takes the place of the first; the promise of the first stands."""
    with transaction.atomic(durable=True):
        line = _locked(line_of(person).case)
        wish = CallWish.objects.filter(case=line.case).first() or CallWish(case=line.case)
        wish.phone, wish.times = phone, times
        wish.save()
        _promise(line)
    return wish


def end_call_wish(*, person: User) -> None:
    """Take an own wish back; number and times go at once."""
    with transaction.atomic(durable=True):
        line = PrivateLine.objects.select_for_update().filter(person=person).first()
        if line and CallWish.objects.filter(case=line.case).delete()[0]:
            _settle(line)


def open_line(*, case: UUID, person: User) -> PrivateLine:
    """Open a volunteer's line for somebody on the team, and log that they did. Raises PermissionDenied otherwise."""
    line = PrivateLine.objects.select_related("person").get(case=case)
    if not can_answer_line(person, line):
        raise PermissionDenied
    AccessLog.objects.create(case=case, person=person, what="private line")
    return line


def answer_line(*, case: UUID, person: User, text: str) -> LineMessage:
    """Answer a volunteer. In order: the message; the promise is kept, unless a call is still owed; a letter to them.

    The same answer twice, with nothing in between, is one. Raises PermissionDenied outside the team and for one's own
    line.
    """
    with transaction.atomic(durable=True):
        line = _locked(case)
        if not can_answer_line(person, line):
            raise PermissionDenied
        last = LineMessage.objects.filter(case=case).in_order().last()
        if last and last.is_answer and last.text == text:
            return last
        message = LineMessage.objects.create(case=case, by_team=person, is_answer=True, text=text)
        _settle(line)
        write_to_champion(line.person, LetterKind.LINE_ANSWERED)
    return message


def note_call(*, case: UUID, person: User) -> None:
    """Note that the call was made: number and times go at once. Raises Answered when there is no wish any more."""
    with transaction.atomic(durable=True):
        line = _locked(case)
        if not can_answer_line(person, line):
            raise PermissionDenied
        if not CallWish.objects.filter(case=case).delete()[0]:
            raise Answered
        _settle(line)


def is_message_waiting(case: UUID) -> bool:
    """Tell whether the last word on a line is the volunteer's."""
    last = LineMessage.objects.filter(case=case).in_order().defer("text").last()
    return last is not None and not last.is_answer


def _locked(case: UUID) -> PrivateLine:
    return PrivateLine.objects.select_for_update(of=("self",)).select_related("person").get(case=case)


def _promise(line: PrivateLine) -> None:
    if line.due_on is None:
        line.due_on = timezone.localdate() + datetime.timedelta(days=settings.ANSWER_VOLUNTEERS_IN_DAYS)
        line.warned_at = line.late_at = None
        line.save(update_fields=["due_on", "warned_at", "late_at"])
        for member in User.objects.in_role(Role.DELIVERY).exclude(pk=line.person_id):
            write_letter_to(member, LetterKind.LINE_ASKED)


def _settle(line: PrivateLine) -> None:
    """End the promise when neither a message nor a call is owed any more."""
    if not is_message_waiting(line.case) and not CallWish.objects.filter(case=line.case).exists():
        line.due_on = line.warned_at = line.late_at = None
        line.save(update_fields=["due_on", "warned_at", "late_at"])
