"""How long each state is kept is for administrators to say."""

import pytest

from stories.enums import Kept
from stories.retention import DAYS, Retention
from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
SNIPPET = "/admin/snippets/stories/retention/"


def test_every_state_has_a_row_with_our_number():
    assert dict(Retention.objects.values_list("state", "days")) == {state.value: DAYS[state] for state in Kept}


@pytest.mark.parametrize("role", Role)
def test_administrators_alone_change_the_days(client, role):
    client.force_login(make_person(role))
    client.post(f"{SNIPPET}edit/declined/", {"days": 60})
    assert Retention.objects.days(Kept.DECLINED) == (60 if role == Role.ADMINISTRATOR else 90)


def test_no_state_is_added_or_deleted_and_none_is_kept_for_no_day(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    assert "a story we won’t publish, since that was decided" in client.get(SNIPPET).text
    assert client.get(f"{SNIPPET}add/").status_code == 302
    client.post(f"{SNIPPET}delete/declined/")
    client.post(f"{SNIPPET}edit/declined/", {"days": 0})
    assert Retention.objects.days(Kept.DECLINED) == 90
