"""Who may read what: the mark for under-18 stories binds everyone, and nothing is allowed by default.

Requirement 34.
"""

import datetime

import pytest
import time_machine
from django.utils import timezone

from tests.factories import make_person, qualify
from workflows.people.enums import Band, Role, Training
from workflows.people.models import AgeMark, Champion, User
from workflows.people.rules import can_read_age, can_read_as_champion, is_qualified

pytestmark = pytest.mark.django_db
UNDER_18 = [Band.UNDER_13, Band.B13_15, Band.B16_17]


def marked(band) -> AgeMark:
    return AgeMark(band=band)


@pytest.mark.parametrize("role", [None, *Role])
def test_without_a_mark_on_the_case_nobody_reads(role):
    assert not can_read_age(make_person(role), None)


def test_without_a_mark_a_superuser_does_not_read():
    assert not can_read_age(User.objects.create_superuser("root@example.org", "a long password"), None)


@pytest.mark.parametrize("band", UNDER_18)
@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.EDITOR, Role.CHAMPION, Role.ADMINISTRATOR])
def test_under_18_needs_pvg_whatever_the_role(band, role):
    assert can_read_age(make_person(role, pvg=True), marked(band))
    assert not can_read_age(make_person(role, pvg=False), marked(band))


@pytest.mark.parametrize("band", UNDER_18)
def test_superuser_is_not_exempt(band):
    root = User.objects.create_superuser("root@example.org", "a long password")
    assert not can_read_age(root, marked(band))
    qualify(root, Training.PVG)
    assert can_read_age(root, marked(band))


def test_adults_story_needs_no_pvg_but_an_active_person():
    person = make_person(Role.EDITOR, pvg=False)
    assert can_read_age(person, marked(Band.ADULT))
    person.is_active = False
    assert not can_read_age(person, marked(Band.ADULT))


def test_a_mark_nobody_knows_counts_as_no_adult():
    assert not can_read_age(make_person(Role.EDITOR, pvg=False), marked("young"))


def test_pvg_lasts_through_its_last_day_and_not_the_day_after():
    person = make_person(Role.EDITOR, pvg=False)
    qualify(person, Training.PVG, days=3)
    last = timezone.localtime() + datetime.timedelta(days=3)
    with time_machine.travel(last.replace(hour=23, minute=59), tick=False):
        assert can_read_age(person, marked(Band.B16_17))
    with time_machine.travel(last.replace(hour=0, minute=0) + datetime.timedelta(days=1), tick=False):
        assert not can_read_age(person, marked(Band.B16_17))


def test_another_qualification_is_no_pvg():
    person = make_person(Role.CHAMPION, pvg=False)
    assert is_qualified(person, Training.CHAMPION)
    assert not can_read_age(person, marked(Band.B13_15))


def test_champion_reads_when_trained_and_in_the_role():
    assert can_read_as_champion(make_person(Role.CHAMPION), marked(Band.B13_15))
    assert not can_read_as_champion(make_person(Role.CHAMPION, pvg=False), marked(Band.B13_15))
    assert not can_read_as_champion(make_person(Role.EDITOR), marked(Band.ADULT))
    untrained = make_person(Role.CHAMPION)
    untrained.qualifications.filter(kind=Training.CHAMPION).delete()
    assert not can_read_as_champion(untrained, marked(Band.ADULT))


def test_roles_are_groups_and_an_inactive_person_has_none(django_assert_num_queries):
    person = make_person(Role.CHAMPION)
    with django_assert_num_queries(1):
        assert (person.has_role(Role.CHAMPION), person.has_role(Role.EDITOR)) == (True, False)
    person.is_active = False
    assert not person.has_role(Role.CHAMPION)
    assert list(User.objects.in_role(Role.CHAMPION)) == [person]
    person.save()
    assert list(User.objects.in_role(Role.CHAMPION)) == []


def test_superuser_is_in_no_role():
    root = User.objects.create_superuser("Root@Example.org", "a long password")
    assert root.email == "root@example.org"
    assert [role for role in Role if root.has_role(role)] == []


def test_everyone_has_an_address():
    with pytest.raises(ValueError, match="mail address"):
        User.objects.create_user("")


def test_people_and_marks_have_names():
    person = make_person(Role.CHAMPION, name="Morag")
    assert str(person) == str(Champion.objects.get()) == "Morag"
    assert str(person.qualifications.get(kind=Training.PVG)) == "PVG membership seen"
    assert str(User(email="a@example.org")) == "a@example.org"
    assert AgeMark.of("0" * 32) is None
