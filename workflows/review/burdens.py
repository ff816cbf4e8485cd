"""The readers as staff see them: who carries what, and how those who are learning get on."""

from django.db.models import Count, F, Q
from django.utils import timezone

from workflows.people.enums import Role
from workflows.people.models import User

from .candidates import WEEK
from .enums import HELD, YES, ReadingState
from .models import Vote
from .times import YEAR


def who_carries_what() -> list[User]:
    """Return every champion with what is in hand and what came this week, the most burdened first. One query."""
    since = timezone.now() - WEEK
    return list(
        User.objects.in_role(Role.CHAMPION)
        .filter(champion__isnull=False)
        .select_related("champion")
        .annotate(
            in_hand=Count("readings", filter=Q(readings__state__in=HELD), distinct=True),
            late=Count(
                "readings", filter=Q(readings__state__in=HELD, readings__due_on__lt=timezone.localdate()), distinct=True
            ),
            this_week=Count("readings", filter=Q(readings__offered_at__gte=since), distinct=True),
        )
        .order_by("-in_hand", "-this_week", "first_name", "pk")
    )


def who_read_how_much() -> list[User]:
    """Return every champion: what they read in the last year, how much of it in time, what waits. One query.

    Nothing is counted of what somebody gave back: why, and how often, is nobody's to see.
    """
    done = Q(readings__state=ReadingState.DONE, readings__ended_at__gte=timezone.now() - YEAR)
    held, today = Q(readings__state__in=HELD), timezone.localdate()
    return list(
        User.objects.in_role(Role.CHAMPION)
        .annotate(
            read=Count("readings", filter=done, distinct=True),
            in_time=Count(
                "readings", filter=done & Q(readings__ended_at__date__lte=F("readings__due_on")), distinct=True
            ),
            waiting=Count("readings", filter=held, distinct=True),
            late=Count("readings", filter=held & Q(readings__due_on__lt=today), distinct=True),
        )
        .order_by("-read", "-waiting", "first_name", "pk")
    )


def what_learners_did() -> list[User]:
    """Return champions who are learning: how many stories they read, and how often their answer was the readers' own.

    The readers' answer is a yes when two of them said so; a story still being read has none yet.
    """
    learners = list(
        User.objects.in_role(Role.CHAMPION).filter(champion__learning=True).select_related("champion").order_by("pk")
    )
    votes = list(Vote.objects.filter(reading__beside=True, reading__champion__in=learners).select_related("reading"))
    counted = Vote.objects.filter(reading__beside=False, reading__case__in={vote.reading.case for vote in votes})
    said = {row["reading__case"]: row for row in _tallied(counted)}
    for person in learners:
        mine = [vote for vote in votes if vote.reading.champion_id == person.pk]
        person.read = len(mine)
        person.alike = sum(_is_alike(vote, said.get(vote.reading.case)) for vote in mine)
    return learners


def _tallied(votes):
    return (
        votes.order_by().values("reading__case").annotate(all=Count("pk"), yes=Count("pk", filter=Q(verdict__in=YES)))
    )


def _is_alike(vote: Vote, tally) -> bool:
    return tally is not None and tally["all"] > 1 and (vote.verdict in YES) == (tally["yes"] > 1)
