"""What waits on the admin's first page: by role, with numbers, each with its list, at a price that does not grow."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stories.dashboard import what_waits
from tests.factories import make_person, make_story_being_read, make_story_with_author, make_submission
from tests.workflows.review.roads import superuser
from workflows.people.enums import Band, Role
from workflows.privacy.deciding import deciding
from workflows.privacy.models import Consent
from workflows.review.models import StepState
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def numbers(person) -> dict[str, int]:
    return {str(row["title"]): row["number"] for row in what_waits(person)}


def test_an_editor_counts_what_they_may_act_on():
    prepare = "Waiting for me: stories to prepare or give a day"
    make_story_with_author(until="prepare", band=Band.B16_17)
    paused = make_story_with_author(until="prepare")
    raise_concern(case=paused, raised_by=RaisedBy.STAFF)
    make_story_with_author()  # its author's turn
    marked, unmarked = make_person(Role.EDITOR), make_person(Role.EDITOR, pvg=False)
    assert (numbers(marked)[prepare], numbers(unmarked)[prepare]) == (1, 0)


def test_promises_count_from_the_day_before_and_never_for_the_author():
    breaking = "Promises about to break: stories being read or made"
    make_story_being_read()
    make_story_with_author()
    person = make_person(Role.EDITOR)
    assert numbers(person)[breaking] == 0
    StepState.objects.update(due_on=timezone.localdate() + datetime.timedelta(days=1))
    assert numbers(person)[breaking] == 1


def test_a_yes_counts_in_its_last_month():
    submission = make_submission()
    keeper = make_person(Role.SAFEGUARDING)
    for days, number in ((40, 0), (29, 2)):
        ends = timezone.localdate() + datetime.timedelta(days=days)
        with deciding():
            Consent.objects.filter(case=submission.case).update(ends_on=ends)
        assert numbers(keeper)["Yeses about to end"] == number


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING])
def test_what_is_paused_is_counted_for_safeguarding_alone(client, role):
    raise_concern(case=make_story_being_read().case, raised_by=RaisedBy.STAFF)
    assert "Paused" not in numbers(make_person(role))
    assert "Paused" not in numbers(superuser())
    assert numbers(make_person(Role.SAFEGUARDING))["Paused"] == 1


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.EDITOR, Role.TRANSLATOR, Role.ADMINISTRATOR])
def test_each_number_opens_its_list(client, role):
    person = make_person(role)
    client.force_login(person)
    html = client.get(HOME).text
    for row in what_waits(person):
        assert row["url"] in html
        assert client.get(row["url"]).status_code == 200


def test_the_first_page_costs_the_same_with_one_story_and_with_three(client):
    counts = []
    client.force_login(make_person(Role.EDITOR))
    client.get(HOME)
    for more in (1, 2):
        for _number in range(more):
            make_story_with_author(until="prepare")
            make_story_being_read()
        with CaptureQueriesContext(connection) as queries:
            html = client.get(HOME).text
        counts.append(len(queries))
    assert "Story " not in html
    assert counts[0] == counts[1] <= 25


def test_the_first_page_leads_to_the_guide_and_to_share(client):
    client.force_login(make_person(Role.EDITOR))
    html = client.get(HOME).text
    assert reverse("guide") in html
    assert reverse("stories:share") in html
