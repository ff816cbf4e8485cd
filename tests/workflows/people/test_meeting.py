"""Roles may meet in one person, and their hands not on one story."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories import make_person
from workflows.people.enums import Hand, Role
from workflows.people.rules import APART, bars, meetings

SMALL_TEAM = [Role.SAFEGUARDING, Role.CHAMPION]


@pytest.mark.parametrize("coming", Hand)
@pytest.mark.parametrize("done", Hand)
def test_what_was_done_bars_reading_and_confirming_and_nothing_else(done, coming):
    before = {Hand.INTAKE, Hand.PREPARES, Hand.CHECKS}
    assert bars(done, coming) == (done in before and coming in {Hand.READS, Hand.CONFIRMS})


def test_one_role_meets_nothing_and_two_may():
    assert [role for role in Role if meetings([role])] == []
    assert set(meetings(SMALL_TEAM)) == {(done, coming) for coming in APART for done in (Hand.INTAKE, Hand.CHECKS)}
    assert meetings([Role.ADMINISTRATOR, Role.CHAMPION]) == []


@pytest.mark.django_db
def test_who_gives_roles_that_meet_is_told_what_they_keep_apart(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    person = make_person(Role.CHAMPION, name="Isla")
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    assert "On one story they keep apart" in client.get(address).text
    form = {"email": person.email, "first_name": "Isla", "last_name": "R", "language": "en", "is_active": "on"}
    groups = {role: Group.objects.get(name=role).pk for role in Role}
    both = client.post(address, form | {"groups": [groups[role] for role in SMALL_TEAM]}, follow=True).text
    assert "Isla R has roles that meet." in both
    assert "checked the author’s new words – reads it as a champion" in both
    one = client.post(address, form | {"groups": [groups[Role.CHAMPION]]}, follow=True).text
    assert "has roles that meet" not in one
