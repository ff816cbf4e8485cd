"""When somebody lost phone, passkeys and list of codes: one person begins, another confirms, and a day passes.

No single administrator takes a second step away. Signing in with one meanwhile stops it.
"""

import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter

from .enums import Role
from .models import Recovery, SignInEvent, User
from .news import Outcome, SignInNews
from .rules import can_recover
from .seconds import write_to_second


class NotNow(Exception):
    """Somebody was quicker, or it can't be done like this. `args[0]` says so in plain words."""


def start_recovery(*, person: User, by: User, outside: bool = False) -> Recovery:
    """Begin: letters to the person and, if asked, to the outside second; a line in the log.

    Raises PermissionDenied for anyone but another administrator, NotNow when one runs already or the outside second
    is one of the two.
    """
    with transaction.atomic(durable=True):
        person = User.objects.select_for_update().get(pk=person.pk)
        if not can_recover(person, by):
            raise PermissionDenied
        if Recovery.objects.running().filter(person=person).exists():
            raise NotNow(_("That was begun already. It is in the list below."))
        if outside and settings.OUTSIDE_SECOND.casefold() in {"", person.email.casefold(), by.email.casefold()}:
            raise NotNow(_("The outside second has to be a third person. Ask another administrator instead."))
        recovery = Recovery.objects.create(person=person, started_by=by, asked_outside=outside)
        SignInEvent.objects.note(SignInNews.STARTED, person, by=by)
        write_letter_to(person, LetterKind.RECOVERY_STARTED)
        if outside:
            write_to_second(recovery.pk)
    return recovery


def confirm_recovery(*, recovery: Recovery, by: User | None) -> Recovery:
    """Confirm as the second person, or as the outside second with by=None: the hours begin, the person hears again.

    Raises PermissionDenied for whoever began it, the person themselves and anyone but an administrator, NotNow when
    it was confirmed or has ended, or nobody outside was asked.
    """
    with transaction.atomic(durable=True):
        recovery = _locked(recovery)
        if by is None and not recovery.asked_outside:
            raise PermissionDenied
        if by is not None and (not can_recover(recovery.person, by) or by.pk == recovery.started_by_id):
            raise PermissionDenied
        if recovery.ended_at or recovery.confirmed_at:
            raise NotNow(_("That was confirmed already, or it has ended. There is nothing more to do."))
        now = timezone.now()
        recovery.confirmed_by, recovery.confirmed_at = by, now
        recovery.ready_at = now + datetime.timedelta(hours=settings.RECOVERY_HOURS)
        recovery.save()
        SignInEvent.objects.note(SignInNews.CONFIRMED, recovery.person, by=by)
        write_letter_to(recovery.person, LetterKind.RECOVERY_STARTED)
    return recovery


def stop_recovery(*, recovery: Recovery, by: User) -> None:
    """Stop it: by any administrator, or by the person, who is still there. Raises PermissionDenied, NotNow."""
    with transaction.atomic(durable=True):
        recovery = _locked(recovery)
        if by.pk != recovery.person_id and not by.has_role(Role.ADMINISTRATOR):
            raise PermissionDenied
        if recovery.ended_at:
            raise NotNow(_("That has ended already."))
        _end(recovery, Outcome.STOPPED, SignInNews.STOPPED, by)


@transaction.atomic
def stop_for(*, person: User) -> None:
    """Stop whatever runs for somebody who has just used a second step: they did not lose it."""
    for recovery in Recovery.objects.select_for_update().running().filter(person=person):
        _end(recovery, Outcome.STOPPED, SignInNews.STOPPED, person)


def finish_recovery(*, recovery: Recovery) -> None:
    """Take every second step away once the hours have passed, and the password with them, and end every session.

    In order: passkeys, app and codes, the password, sessions, the log, a letter with a link to a new password; whoever
    reads that mailbox then sets a second step up. Does nothing to one that ended meanwhile or is not due.
    """
    with transaction.atomic(durable=True):
        recovery = _locked(recovery)
        if recovery.ended_at or not recovery.ready_at or recovery.ready_at > timezone.now():
            return
        person = recovery.person
        Authenticator.objects.filter(user=person).delete()
        person.set_unusable_password()
        person.save(update_fields=["password"])
        User.objects.filter(pk=person.pk).end_sessions()
        _end(recovery, Outcome.DONE, SignInNews.RECOVERED, recovery.confirmed_by)
        write_letter_to(person, LetterKind.RECOVERED)


def forget_recovery(*, recovery: Recovery) -> None:
    """End what nobody confirmed in a week."""
    with transaction.atomic(durable=True):
        recovery = _locked(recovery)
        if not recovery.ended_at and not recovery.confirmed_at:
            _end(recovery, Outcome.STOPPED, SignInNews.STOPPED, None)


def _locked(recovery: Recovery) -> Recovery:
    return Recovery.objects.select_for_update(of=("self",)).select_related("person", "confirmed_by").get(pk=recovery.pk)


def _end(recovery: Recovery, outcome: Outcome, news: SignInNews, by: User | None) -> None:
    recovery.ended_at, recovery.outcome = timezone.now(), outcome
    recovery.save(update_fields=["ended_at", "outcome"])
    SignInEvent.objects.note(news, recovery.person, by=by)
    Letter.objects.filter(case=recovery.pk, sent_at=None).delete()
