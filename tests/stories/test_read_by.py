"""By when somebody has opened a worry: drawn from the hours under Settings, said as people say it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from stories.hours import read_by
from stories.sharing import Sharing
from tests.workflows.review.reader import begin
from workflows.safeguarding.models import Concern

FRIDAY = datetime.date(2026, 11, 27)
CLOSED = {"closed_from": datetime.date(2026, 11, 30), "closed_until": datetime.date(2026, 12, 4)}


@pytest.mark.parametrize(
    ("day", "hour", "changed", "said"),
    [
        (FRIDAY, 7, {}, "today, by 5pm"),
        (FRIDAY, 16, {}, "today, by 5pm"),
        (FRIDAY, 17, {}, "on Monday 30 November, by 5pm"),
        (FRIDAY, 18, {"reads_weekends": True}, "tomorrow, by 5pm"),
        (FRIDAY, 23, CLOSED, "on Monday 7 December, by 5pm"),
        (FRIDAY, 10, {"reads_until": datetime.time(12, 30)}, "today, by 12:30pm"),
    ],
)
def test_it_is_the_end_of_the_next_day_on_which_people_read(day, hour, changed, said):
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
    assert read_by(Sharing(**changed), moment) == said


@pytest.mark.django_db
def test_a_champion_hears_it_after_one_press(client):
    reading = begin(client)
    answer = client.post(reverse("review:worry"), {"reading": reading.pk}, follow=True)
    assert f"Safeguarding will open this {read_by(Sharing.load())}." in answer.text
    assert "We’ll tell you it was read, not what was decided." in answer.text
    assert Concern.objects.get().person == reading.champion
