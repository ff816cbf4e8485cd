"""Lists and reports about stories: each for its roles alone, without a word, at a price that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stories.lists.all import LISTS
from tests.factories import make_own_words, make_person, make_story_being_read, make_story_with_author
from tests.workflows.review.roads import superuser
from workflows.people.enums import Role
from workflows.review.answered import answered, counted_by_kind
from workflows.review.enums import SuggestionKind
from workflows.review.models import Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
SECRET = "Kilbrannoch"
ASKED = (1, f"My coach at {SECRET}.", f"Because {SECRET}.", "suggestion")


def world(times=1):
    for _time in range(times):
        make_own_words(make_story_with_author(ASKED))
        make_story_with_author(ASKED)
        raise_concern(case=make_story_being_read().case, raised_by=RaisedBy.STAFF, text=SECRET)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_opens_for_its_roles_and_for_nobody_else(client, listed):
    world()
    people = {role: make_person(role) for role in Role} | {"superuser": superuser()}
    for role, person in people.items():
        client.force_login(person)
        for name in (listed.name, f"{listed.name}_results"):
            answer = client.get(reverse(name))
            assert (answer.status_code == 200) == (role in listed.roles), (role, name)
            assert SECRET not in answer.text
            assert answer.status_code == 200 or "Story " not in answer.text
        shown = client.get("/admin/").text if role in listed.roles else ""
        assert not shown or reverse(listed.name) in shown


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_leaves_as_a_file_without_a_word_of_a_story(client, listed, kind):
    world()
    client.force_login(make_person(listed.roles[0]))
    answer = client.get(reverse(listed.name), {"export": kind})
    assert answer.status_code == 200
    assert SECRET.encode() not in b"".join(answer.streaming_content if answer.streaming else [answer.content])


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_costs_the_same_for_one_and_three(client, listed):
    client.force_login(make_person(listed.roles[0]))
    client.get(reverse(listed.name))
    counts = []
    for more in (1, 2):
        world(more)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"{listed.name}_results"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def rows(client, name, **asked) -> str:
    return client.get(reverse(f"{name}_results"), asked).text


def test_stories_under_way_are_chosen_by_what_waits_for_me(client):
    client.force_login(make_person(Role.EDITOR))
    make_story_being_read()
    make_story_with_author(until="prepare")
    assert rows(client, "stories_under_way").count("<tr") == 3
    mine = rows(client, "stories_under_way", waits="me")
    assert (mine.count("<tr"), "Editor prepares" in mine) == (2, True)
    assert rows(client, "stories_under_way", waits="soon").count("<tr") == 0


def test_concerns_are_chosen_by_whether_they_are_open(client):
    client.force_login(make_person(Role.SAFEGUARDING))
    raise_concern(case=make_story_being_read().case, raised_by=RaisedBy.STAFF)
    assert rows(client, "concerns", open="true").count("<tr") == 2
    assert rows(client, "concerns", open="false").count("<tr") == 0


def test_only_what_an_author_was_asked_is_counted_and_listed(client):
    """What somebody noted to learn by is a row as well; no list and no report counts it."""
    case = make_story_with_author(ASKED)
    real = Suggestion.objects.get()
    Suggestion.objects.create(case=case, paragraph=real.paragraph, kind=SuggestionKind.MUST, practice=True)
    client.force_login(make_person(Role.EDITOR))
    assert {kind: row["made"] for kind, row in counted_by_kind().items()} == {SuggestionKind.SUGGESTION: 1}
    assert [row.made for row in answered()] == [1]
    assert [row["made"] for row in client.get(reverse("answers_by_kind")).context["object_list"]] == [1]
    assert [row.pk for row in client.get(reverse("suggestions")).context["object_list"]] == [real.pk]
