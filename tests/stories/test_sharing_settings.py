"""What a charity decides about sharing: hours, promises, how long a yes lasts, who is asked for an adult."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from stories.sharing import Sharing
from tests.factories import make_person
from workflows.people.enums import Band, Role

FRIDAY = datetime.date(2026, 11, 27)
TUESDAY = datetime.date(2026, 12, 1)
HOLIDAYS = {"closed_from": datetime.date(2026, 11, 30), "closed_until": datetime.date(2026, 12, 4)}


def at(day: int, hour: int):
    return datetime.datetime(2026, 11, day, hour, tzinfo=timezone.get_default_timezone())


@pytest.mark.django_db
def test_there_is_one_row_from_the_start():
    assert Sharing.objects.count() == 1
    assert Sharing.load() == Sharing.objects.get()


@pytest.mark.parametrize(
    ("decided", "day"),
    [
        ({}, TUESDAY),
        ({"reads_weekends": True}, datetime.date(2026, 11, 29)),
        ({"answer_days": 0}, FRIDAY),
        (HOLIDAYS, datetime.date(2026, 12, 8)),
    ],
)
def test_a_promise_counts_days_on_which_people_read(decided, day):
    assert Sharing(**decided).answer_by(FRIDAY) == day


@pytest.mark.parametrize(
    ("decided", "moment", "is_open"),
    [
        ({}, at(27, 9), True),
        ({}, at(27, 8), False),
        ({}, at(27, 17), False),
        ({}, at(28, 12), False),
        ({"reads_weekends": True}, at(28, 12), True),
        (HOLIDAYS, at(30, 12), False),
    ],
)
def test_hours_tell_whether_somebody_reads_now(decided, moment, is_open):
    assert Sharing(**decided).is_open_at(moment) is is_open


def test_only_who_the_rule_names_is_asked_for_an_adult():
    assert [Sharing().asks_adult(band) for band in Band] == [band == Band.B13_15 for band in Band]
    changed = Sharing(asks_adult_16_17=True)
    assert [changed.asks_adult(band) for band in Band] == [band in (Band.B13_15, Band.B16_17) for band in Band]


def test_a_yes_lasts_by_age():
    assert {band: Sharing().consent_years(band) for band in Band} == dict.fromkeys(Band, 2) | {Band.ADULT: 5}


@pytest.mark.parametrize(
    ("decided", "field"),
    [
        ({"reads_until": datetime.time(9)}, "reads_until"),
        ({"closed_from": FRIDAY}, "closed_until"),
        ({"closed_until": FRIDAY}, "closed_until"),
        ({"closed_from": TUESDAY, "closed_until": FRIDAY}, "closed_until"),
    ],
)
def test_hours_and_days_that_end_before_they_begin_are_refused(decided, field):
    with pytest.raises(ValidationError) as refused:
        Sharing(**decided).clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR, Role.EDITOR, Role.CHAMPION])
def test_safeguarding_and_administrators_change_it(client, role):
    client.force_login(make_person(role))
    answer = client.get(f"/admin/settings/stories/sharing/{Sharing.load().pk}/")
    assert (answer.status_code == 200) is (role in (Role.SAFEGUARDING, Role.ADMINISTRATOR))


def test_days_off_that_fit_are_taken():
    Sharing(**HOLIDAYS).clean()
    assert Sharing(**HOLIDAYS).is_open_on(HOLIDAYS["closed_until"]) is False
