"""What people change about their own pace."""

from .models import Champion, User


def take_a_break(*, person: User, paused: bool) -> Champion:
    """Pause or take up reading again: no new story is offered meanwhile, and nobody asks why."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"paused": paused})
    return champion
