"""The policy in versions: editors write and approve them, nothing approved changes, the public page shows today's."""

import pytest

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.approving import approve_policy
from workflows.review.enums import Question
from workflows.review.models import Policy
from workflows.review.policy import PolicyStands

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/review/policy/add/"
WORDS = {key: f"Is it {key}?" for key in Question.values}
POINTS = {f"{key}_points": f"First {key}.\n\nSecond {key}." for key in Question.values}
PAGE = "/en/how-we-read/"


def draft(**changed):
    return Policy.objects.create(**{"language": "en", "version": 2, **WORDS, **POINTS, **changed})


def test_its_questions_come_in_order_with_their_points_by_name():
    first = draft().questions[0]
    assert (first.key, first.title, first.text) == ("readers", "Safe for readers", "Is it readers?")
    assert first.points == [("readers-1", "First readers."), ("readers-2", "Second readers.")]


def test_an_approved_version_is_neither_changed_nor_deleted():
    policy = Policy.objects.get()
    policy.readers = "Anything goes?"
    refused = [policy.save, policy.delete, Policy.objects.all().delete, lambda: Policy.objects.update(version=9)]
    for press in [*refused, lambda: approve_policy(policy=policy)]:
        with pytest.raises(PolicyStands):
            press()
    assert Policy.objects.get().readers != "Anything goes?"


def test_a_draft_is_asked_of_nobody_until_it_is_approved(client):
    policy = draft()
    assert Policy.objects.current("en").version == 1
    assert "Second true." not in client.get(PAGE).text
    approve_policy(policy=policy)
    assert Policy.objects.current("en").version == 2
    page = client.get(PAGE).text
    assert "Second true." in page
    assert "Version 2, in use since" in page


def test_a_language_without_a_version_uses_the_first_ones():
    assert Policy.objects.current("gd").language == "en"
    approve_policy(policy=draft(language="gd", version=1))
    assert Policy.objects.current("gd").language == "gd"
    assert Policy.objects.current("en").language == "en"


def test_an_editor_adds_and_approves_a_version_and_can_change_it_no_more(client):
    client.force_login(make_person(Role.EDITOR))
    client.post(ADD, {"language": "en", **WORDS, **POINTS, "approve": "on"})
    made = Policy.objects.get(version=2)
    assert made.stands
    answer = client.post(
        f"/admin/snippets/review/policy/edit/{made.pk}/", {"language": "en", **POINTS, **WORDS, "true": "No?"}
    )
    assert "stays as it is" in answer.text
    assert Policy.objects.get(version=2).true == "Is it true?"


def test_a_question_without_a_point_is_refused(client):
    client.force_login(make_person(Role.EDITOR))
    client.post(ADD, {"language": "en", **WORDS, **POINTS, "true_points": " \n "})
    assert Policy.objects.count() == 1


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.SAFEGUARDING, Role.TRANSLATOR, Role.ADMINISTRATOR])
def test_nobody_else_writes_it(client, role):
    client.force_login(make_person(role))
    client.post(ADD, {"language": "en", **WORDS, **POINTS, "approve": "on"})
    assert Policy.objects.count() == 1
