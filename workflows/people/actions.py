"""What people change about themselves: their own pace, their letters, and how their name may appear."""

import datetime

from django.utils import timezone

from .enums import Cadence, ShownAs
from .models import Champion, User


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
