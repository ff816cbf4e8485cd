"""Roles that may meet in one person, given by one press; on one story their hands are kept apart all the same."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from stories.actions import accept
from tests.factories import make_person, make_submission, qualify
from workflows.people.enums import Band, Hand, Role, SmallTeam, Training
from workflows.people.models import Champion
from workflows.people.rules import meetings
from workflows.people.small_team import give_roles
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
PAGE = reverse("people:small_team")


def roles_of(person) -> set[str]:
    return set(person.groups.values_list("name", flat=True))


@pytest.mark.parametrize("preset", SmallTeam)
def test_one_press_gives_the_roles_and_ends_the_sessions(client, preset):
    person, before = make_person(Role.TRANSLATOR), make_person(Role.TRANSLATOR).sessions_ended
    client.force_login(make_person(Role.ADMINISTRATOR))
    answer = client.post(PAGE, {"person": person.pk, "preset": preset.value}, follow=True)
    assert "has these roles now" in answer.text
    assert roles_of(person) == {role.value for role in preset.roles} | {Role.TRANSLATOR.value}
    person.refresh_from_db()
    assert person.sessions_ended != before
    client.post(PAGE, {"person": person.pk, "preset": preset.value})
    assert roles_of(person) == {role.value for role in preset.roles} | {Role.TRANSLATOR.value}


def test_what_each_choice_gives_and_keeps_apart_is_on_the_page(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    page = client.get(PAGE).text
    assert page.count("Nothing of it has to be kept apart on one story.") == 3
    assert "opened or accepted it at intake – reads it as a champion" in page
    assert (Hand.PREPARES, Hand.READS) in meetings(SmallTeam.READER.roles)
    assert meetings(SmallTeam.BOTH.roles) == []


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_gives_roles_and_nobody_to_themselves(client, role):
    person, other = make_person(role, is_superuser=True), make_person()
    client.force_login(person)
    assert client.post(PAGE, {"person": other.pk, "preset": "keeper"}).status_code == 403
    for by, whom in ((person, other), (make_administrator := make_person(Role.ADMINISTRATOR), make_administrator)):
        with pytest.raises(PermissionDenied):
            give_roles(person=whom, by=by, preset=SmallTeam.KEEPER)
    assert roles_of(other) == set()


def test_an_administrator_is_not_on_their_own_list(client):
    me = make_person(Role.ADMINISTRATOR)
    client.force_login(me)
    answer = client.post(PAGE, {"person": me.pk, "preset": "reader"})
    assert "There is a problem" in answer.text
    assert roles_of(me) == {Role.ADMINISTRATOR.value}


def test_who_has_every_role_and_accepted_a_story_is_not_asked_to_read_it():
    person = make_person(Role.SAFEGUARDING)
    give_roles(person=person, by=make_person(Role.ADMINISTRATOR), preset=SmallTeam.READER)
    Champion.objects.create(person=person, learning=False)
    qualify(person, Training.CHAMPION)
    others = {make_person(Role.CHAMPION), make_person(Role.CHAMPION)}
    page = accept(case=make_submission(band=Band.ADULT).case, person=person)
    assert {reading.champion for reading in Reading.objects.filter(case=page.case)} == others
