"""What people change about their own pace."""

from .models import Champion, User


def take_a_break(*, person: User, paused: bool) -> Champion:
    """Pause or take up reading again: no new story is offered meanwhile, and nobody asks why."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"paused": paused})
    return champion


def choose_pace(*, person: User, weekly_limit: int) -> Champion:
    """Set how many stories a week a champion is offered at most; what is with them already stays."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"weekly_limit": weekly_limit})
    return champion
