"""The four questions of the policy: answered with every vote, kept with its version, read by staff. Requirement 37."""

import pytest
from django.urls import reverse

from tests.answered import FOUND, NOTHING_HERE
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.actions import cast_vote
from workflows.review.approving import approve_policy
from workflows.review.cases import page_of
from workflows.review.enums import Question, Verdict
from workflows.review.errors import Refused, Stale
from workflows.review.models import Findings, Policy, Reading, Vote

from .reader import begin, digest_of, send_vote, url
from .test_policy import draft

pytestmark = pytest.mark.django_db
SAID = {"place": "something", "place_line": "It mentions self-harm, and no note says so."}


@pytest.fixture
def reading(client):
    return begin(client)


def cast(reading, **about):
    return cast_vote(reading=reading, person=reading.champion, digest=digest_of(reading), **about)


def test_the_questions_are_asked_in_groups_and_nothing_is_chosen_before(client, reading):
    html = client.get(url("reading", reading)).text
    for label in Question.labels:
        assert str(label) in html
    assert html.count("Nothing here") == 4
    assert "checked" not in html


def test_what_was_found_is_kept_with_the_vote_and_its_version(client, reading):
    send_vote(client, reading, readers="something", readers_points=["readers-1", "readers-3"], readers_line="Line 4.")
    found = Findings.objects.get(vote__reading=reading)
    assert found.policy == Policy.objects.current("en")
    assert found.found == {"readers": {"points": ["readers-1", "readers-3"], "line": "Line 4."}}


@pytest.mark.parametrize("missing", Question.values)
def test_each_question_wants_an_answer(client, reading, missing):
    answer = send_vote(client, reading, **{missing: ""})
    assert f"Answer “{Question(missing).label}”." in answer.text
    assert Vote.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"true": "something"}, "Say what is there"),
        ({"true_line": "It is somebody else’s."}, "You chose “Nothing here”"),
        ({"true_points": ["true-1"]}, "You chose “Nothing here”"),
        ({"true": "something", "true_line": "so " * 400}, "at most 500"),
        ({"true": "something", "true_points": ["true-99"]}, "Select a valid choice"),
        (
            {"verdict": "not-now", **NOTHING_HERE, "readers_points": []},
            "Say which of the four questions",
        ),
    ],
)
def test_a_slip_is_explained_and_nothing_typed_is_lost(client, reading, changed, said):
    answer = send_vote(client, reading, **changed)
    assert said in answer.text
    assert changed.get("true_line", "")[:60].strip() in answer.text
    assert Vote.objects.count() == 0


def test_not_now_needs_a_question_below_the_form_too(reading):
    with pytest.raises(Refused, match="four questions"):
        cast(reading, verdict=Verdict.NOT_NOW)
    assert cast(reading, verdict=Verdict.NOT_NOW, found=FOUND).verdict == Verdict.NOT_NOW


@pytest.mark.parametrize(
    ("found", "refusal"),
    [
        ({"cats": {"line": "No."}}, Stale),
        ({"true": {"points": ["readers-1"]}}, Stale),
        ({"true": {"points": [], "line": "  "}}, Refused),
        ({"true": {"line": "x" * 501}}, Refused),
    ],
)
def test_findings_that_no_form_sends_are_refused(reading, found, refusal):
    with pytest.raises(refusal):
        cast(reading, verdict=Verdict.FINE, found=found)


def test_a_draft_of_the_policy_is_nothing_to_answer(reading):
    with pytest.raises(Stale):
        cast(reading, verdict=Verdict.FINE, policy=draft())
    assert Vote.objects.count() == 0


def test_a_vote_counts_under_the_version_that_was_on_the_screen(client, reading):
    first = Policy.objects.current("en")
    approve_policy(policy=draft())
    send_vote(client, reading, policy=first.pk)
    assert Findings.objects.get().policy == first


@pytest.mark.parametrize("name", ["0", "x", "9" * 40, "-1"])
def test_a_version_nobody_approved_is_stale(client, reading, name):
    draft(version=3)
    assert send_vote(client, reading, policy=name).status_code == 409
    assert send_vote(client, reading, policy=Policy.objects.get(version=3).pk).status_code == 409
    assert Vote.objects.count() == 0


def test_staff_read_it_and_neither_the_other_reader_nor_the_author_does(client, reading):
    other = Reading.objects.exclude(pk=reading.pk).select_related("champion").get(case=reading.case)
    send_vote(client, reading, **SAID)
    client.force_login(other.champion)
    assert "no note says so" not in client.get(url("reading", other)).text
    send_vote(client, other, **NOTHING_HERE)
    client.force_login(make_person(Role.EDITOR))
    panel = client.get(reverse("wagtailadmin_pages:edit", args=[page_of(reading.case).pk])).text
    assert "What readers found" in panel
    assert "no note says so" in panel
    assert reading.champion.first_name not in panel
    client.force_login(make_person(Role.SAFEGUARDING))
    assert "no note says so" in client.get(reverse("stories:intake_story", args=[reading.case])).text
