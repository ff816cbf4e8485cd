"""How long each state is kept is for administrators to say, who first see what fewer days would erase."""

import datetime

import pytest
from django.utils import timezone

from stories.endings import erase_expired
from stories.enums import Kept, State
from stories.retention import DAYS, Retention
from stories.submission import Submission
from tests.factories import make_person, make_submission
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


def test_fewer_days_first_say_what_they_would_erase_at_once(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    declined = make_submission(state=State.DECLINED).case
    Submission.objects.filter(case=declined).update(declined_at=timezone.now() - datetime.timedelta(days=40))
    address = f"{SNIPPET}edit/declined/"
    assert "one of these is erased within a minute, for good." in client.post(address, {"days": 30}).text
    assert Retention.objects.days(Kept.DECLINED) == 90
    client.post(address, {"days": 60})
    assert (Retention.objects.days(Kept.DECLINED), sum(erase_expired().values())) == (60, 0)
    client.post(address, {"days": 30, "sure": "on"})
    assert (Retention.objects.days(Kept.DECLINED), sum(erase_expired().values())) == (30, 1)


def test_drafts_keep_the_day_their_authors_were_told(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    make_submission(state=State.DRAFT)
    client.post(f"{SNIPPET}edit/draft/", {"days": 1})
    assert (Retention.objects.days(Kept.DRAFT), sum(erase_expired().values())) == (1, 0)
