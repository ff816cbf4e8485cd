"""What people change about themselves and their sessions, and the word of staff that somebody has learned to read."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from .confiding import line_of
from .enums import Cadence, ShownAs
from .models import Champion, SignInEvent, SubjectsToAvoid, User
from .news import SignInNews
from .rules import can_end_learning


def take_a_break(*, person: User, paused: bool, until: datetime.date | None = None) -> Champion:
    """Pause or take up reading again: no new story is offered meanwhile, and nobody asks why.

    With a last day the break ends by itself on the day after.
    """
    changed = {"paused": paused, "paused_until": until if paused else None}
    champion, _made = Champion.objects.update_or_create(person=person, defaults=changed)
    return champion


def end_breaks() -> int:
    """End each break whose last day is over; `tick` asks every minute. Returns how many."""
    over = Champion.objects.filter(paused=True, paused_until__lt=timezone.localdate())
    return over.update(paused=False, paused_until=None) if over.exists() else 0  # a write makes kept pages old


def choose_pace(*, person: User, weekly_limit: int) -> Champion:
    """Set how many stories a week a champion is offered at most; what is with them already stays."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"weekly_limit": weekly_limit})
    return champion


def choose_languages(*, person: User, languages: list[str]) -> Champion:
    """Set the languages in which a champion reads; none means the language of their letters."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"languages": sorted(set(languages))})
    return champion


@transaction.atomic
def avoid_subjects(*, person: User, keys: list[str]) -> None:
    """Set what a champion would rather not read about. What is with them already stays; nobody is told.

    With nothing chosen, the row is deleted. It hangs on the private line, so it is erased with it.
    """
    User.objects.select_for_update().get(pk=person.pk)
    if not keys:
        SubjectsToAvoid.objects.filter(person=person).delete()
    else:
        row = SubjectsToAvoid.objects.filter(person=person).first()
        row = row or SubjectsToAvoid(person=person, case=line_of(person).case)
        row.subjects = {"keys": sorted(set(keys))}
        row.save()


@transaction.atomic(durable=True)
def end_learning(*, champion: Champion, person: User) -> Champion:
    """Let a champion's readings count from the next one on. Pressed twice it stays so. Raises PermissionDenied."""
    champion = Champion.objects.select_for_update().get(pk=champion.pk)
    if not can_end_learning(person, champion):
        raise PermissionDenied
    champion.learning = False
    champion.save(update_fields=["learning"])
    return champion


def choose_letters(*, person: User, letters: Cadence) -> Champion:
    """Set how often a champion hears from us by letter."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"letters": letters})
    return champion


def choose_name(*, person: User, shown_as: ShownAs, made_up_name: str = "") -> Champion:
    """Set how a champion's name may appear. Taken away or changed, it is gone from every page at once.

    It may stand on pages whose story they vote on from now on: their author sees it before saying yes. The same choice
    again changes nothing.
    """
    name = made_up_name if shown_as == ShownAs.MADE_UP else ""
    champion, _made = Champion.objects.get_or_create(person=person)
    if (champion.shown_as, champion.made_up_name) != (shown_as, name):
        champion.shown_as, champion.made_up_name, champion.shown_since = shown_as, name, timezone.now()
        champion.save(update_fields=["shown_as", "made_up_name", "shown_since"])
    return champion


def sign_out_everywhere(*, person: User) -> None:
    """End every session somebody has, and write it into the log."""
    with transaction.atomic(durable=True):
        User.objects.filter(pk=person.pk).end_sessions()
        SignInEvent.objects.note(SignInNews.SIGNED_OUT, person, by=person)
