"""What was written about a worry is erased six years after it was closed; the row stays. Requirement 61."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from stories.endings import erase_expired
from stories.enums import Kept
from stories.retention import Retention
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.safeguarding.actions import unfreeze
from workflows.safeguarding.models import Concern

from .room import freeze

pytestmark = pytest.mark.django_db
SIX_YEARS = 2192


@pytest.fixture
def case():
    """A story whose worry was closed today."""
    case = make_submission().case
    freeze(case, "He is not safe.")
    unfreeze(case=case, person=make_person(Role.SAFEGUARDING), outcome="We spoke with his mum.")
    return case


def in_days(number):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=number))


def words():
    return [(concern.text, concern.outcome) for concern in Concern.objects.all()]


def test_the_words_go_after_six_years_and_not_a_day_before(case):
    with in_days(SIX_YEARS):
        assert erase_expired()[Kept.CONCERN] == 0
        assert words() == [("He is not safe.", "We spoke with his mum.")]
    with in_days(SIX_YEARS + 1):
        assert erase_expired()[Kept.CONCERN] == 1
        assert erase_expired()[Kept.CONCERN] == 0
    assert words() == [("", "")]
    assert Concern.objects.get().closed_by is not None


def test_a_dry_run_only_says_how_many(case, capsys):
    with in_days(SIX_YEARS + 1):
        call_command("erase_expired", "--dry-run")
    assert "1 what was written about a worry, since the worry was closed" in capsys.readouterr().out
    assert words() == [("He is not safe.", "We spoke with his mum.")]


def test_administrators_say_how_long(case):
    Retention.objects.filter(state=Kept.CONCERN).update(days=10)
    with in_days(11):
        assert erase_expired()[Kept.CONCERN] == 1


def test_a_worry_that_is_open_keeps_the_earlier_ones_of_its_story(case):
    freeze(case)
    with in_days(SIX_YEARS + 1):
        assert erase_expired()[Kept.CONCERN] == 0
