"""What a champion hears by letter: numbers and a date, once a day or once a week, at an hour that is set."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from workflows.people.enums import Cadence, Role
from workflows.people.models import Champion, User
from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter

from .outcomes import news_for
from .pleas_now import parts_to_look_at
from .waiting import changes_to_confirm, held_readings

WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Summary:
    """What waits and what became of things, in numbers."""

    stories: int
    until: datetime.date | None  # the first date promised for them
    changes: int
    published: int
    ended: int

    def __bool__(self):
        return bool(self.stories or self.changes or self.published or self.ended)


def summary_of(person: User, before: datetime.datetime) -> Summary:
    """Return what waits for a champion now, and the news since the last letter before that time."""
    letters = Letter.objects.filter(person=person, kind=LetterKind.READING_SUMMARY, created_at__lt=before)
    last = letters.order_by("-created_at").values_list("created_at", flat=True).first()
    waiting = [held for held in held_readings(person) if not held.paused]
    news = news_for(person, since=last)
    return Summary(
        stories=len(waiting),
        until=min((held.due_on for held in waiting), default=None),
        changes=sum(not row.paused for row in (*changes_to_confirm(person), *parts_to_look_at(person))),
        published=sum(one.published for one in news),
        ended=sum(not one.published for one in news),
    )


def write_summaries(now: datetime.datetime) -> int:
    """Write to every champion whose time has come and for whom something waits. Returns how many letters.

    Asked every minute; from the set hour on, each champion's day is ticked off first, so that two ticks write once and
    a day without a clock is made up for. Who is on a break or wants no letters gets none.
    """
    local = timezone.localtime(now)
    if local.hour < settings.LETTERS_AT_HOUR:
        return 0
    today = local.date()
    monday = today - datetime.timedelta(days=today.weekday())
    due = Q(letters=Cadence.DAILY) & _not_since(today) | Q(letters=Cadence.WEEKLY) & _not_since(monday)
    astray = Q(told_on__gt=today + WEEK)  # a clock that ran ahead, and was put right
    champions = Champion.objects.filter(due | astray, paused=False, person__in=User.objects.in_role(Role.CHAMPION))
    asked = champions.exclude(letters=Cadence.NEVER).select_related("person")
    return sum(_write(champion, today, now) for champion in asked)


def _not_since(day: datetime.date) -> Q:
    return Q(told_on=None) | Q(told_on__lt=day)


@transaction.atomic
def _write(champion: Champion, today: datetime.date, now: datetime.datetime) -> bool:
    """Tick the day off and write; the tick goes back with the letter if that fails."""
    mine = Champion.objects.filter(pk=champion.pk, told_on=champion.told_on)
    if not mine.update(told_on=today) or not summary_of(champion.person, now):
        return False
    write_letter_to(champion.person, LetterKind.READING_SUMMARY)
    return True
