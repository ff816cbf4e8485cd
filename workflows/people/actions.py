"""What people change about their own pace, and their own sessions."""

from django.db import transaction

from .models import Champion, SignInEvent, User
from .news import SignInNews


def take_a_break(*, person: User, paused: bool) -> Champion:
    """Pause or take up reading again: no new story is offered meanwhile, and nobody asks why."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"paused": paused})
    return champion


def choose_pace(*, person: User, weekly_limit: int) -> Champion:
    """Set how many stories a week a champion is offered at most; what is with them already stays."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"weekly_limit": weekly_limit})
    return champion


def sign_out_everywhere(*, person: User) -> None:
    """End every session somebody has, and write it into the log."""
    with transaction.atomic(durable=True):
        User.objects.filter(pk=person.pk).end_sessions()
        SignInEvent.objects.note(SignInNews.SIGNED_OUT, person, by=person)
