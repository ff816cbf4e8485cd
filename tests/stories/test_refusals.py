"""Stories not published, by age: small numbers are hidden, and no sum tells them."""

import datetime

import pytest
from django.utils import timezone

from stories.enums import State
from stories.lists.refusals import refusals_by_quarter
from stories.models import Submission
from tests.factories import make_submission
from workflows.people.enums import Band
from workflows.privacy.small_numbers import as_range, with_total

TODAY = datetime.date(2026, 11, 25)
LAST = datetime.datetime(2026, 9, 30, 21, tzinfo=datetime.UTC)  # 22:00 here: the quarter's last hours


def test_numbers_are_told_in_steps_of_five_and_never_under_it():
    assert [as_range(number) for number in (0, 4, 5, 9, 10, 12)] == ["< 5", "< 5", "5–9", "5–9", "10–14", "10–14"]


def test_a_total_is_told_only_where_it_gives_no_small_number_away():
    assert with_total({"a": 6, "b": 12}) == {"a": "5–9", "b": "10–14", "total": "15–19"}
    assert with_total({"a": 6, "b": 1}) == {"a": "5–9", "b": "< 5", "total": "–"}


@pytest.mark.django_db
def test_refusals_count_in_the_quarter_that_is_over():
    for at in [LAST] * 5 + [timezone.now()] * 7:
        declined = make_submission(band=Band.ADULT, state=State.DECLINED)
        Submission.objects.filter(pk=declined.pk).update(declined_at=at)
    newest, before, *_rest = refusals_by_quarter(TODAY)
    assert newest == {"quarter": "2026, quarter 3", "13-15": "< 5", "16-17": "< 5", "adult": "5–9", "total": "–"}
    assert (before["quarter"], before["adult"]) == ("2026, quarter 2", "< 5")
