"""Two of staff at once, and staff while a reader votes: one decides, the other hears of it, and nothing is lost."""

import pytest

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.models import Placement, Reading, Vote
from workflows.review.placing import place_reader

from .roads import accepted
from .test_races import _vote, at_once, kinds

pytestmark = pytest.mark.django_db(transaction=True)


def _place(page, keeper, **fields):
    known = {"reason": "She is ill.", "seen": 2}
    return lambda: place_reader(case=page.case, person=keeper, **known | fields)


def test_two_of_staff_who_give_one_reading_to_others_at_once_do_it_once():
    page = accepted()
    make_person(Role.CHAMPION)
    keepers = [make_person(Role.SAFEGUARDING) for _number in range(2)]
    first = Reading.objects.filter(case=page.case).first()
    results = at_once(*[_place(page, keeper, instead_of=first.pk) for keeper in keepers])
    assert kinds(results) == ["Reading", "Stale"]
    assert (Placement.objects.count(), Reading.objects.held().filter(case=page.case).count()) == (1, 2)


@pytest.mark.parametrize("_round", range(3))
def test_a_reading_taken_away_at_the_moment_of_its_vote_is_one_or_the_other(_round):
    page = accepted()
    reading = Reading.objects.filter(case=page.case).select_related("champion").first()
    keeper = make_person(Role.SAFEGUARDING)
    results = at_once(_vote(reading, page.words_digest()), _place(page, keeper, instead_of=reading.pk))
    assert kinds(results) in (["Late", "Reading"], ["Late", "Vote"])
    assert Vote.objects.count() + Placement.objects.count() == 1
