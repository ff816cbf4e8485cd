"""Search finds what is public and nothing else, answers whatever is typed, and puts help before results."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.searching import RANKED, terms_of
from stories.models import StoryPage
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    cache.clear()
    made = make_public_story(headline="Zebra gloves")
    index()
    return made


def index():
    call_command("update_index", verbosity=0)


def ask(client, question):
    answer = client.get("/en/search/", {"q": question})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_public_story_is_found_by_headline_and_by_words(client, story):
    assert "Zebra gloves" in ask(client, "zebra")
    assert "Zebra gloves" in ask(client, "ZEBR")
    assert "Zebra gloves" in ask(client, "counted match")
    assert "Zebra gloves" not in ask(client, "zebra elephant")


def test_a_frozen_story_is_not_found(client, story):
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    assert "Zebra gloves" not in ask(client, "zebra")


def test_words_changed_behind_the_models_back_are_not_found(client, story):
    StoryPage.objects.filter(pk=story.pk).update(headline="Zebra surname")
    index()
    assert "Zebra" not in ask(client, "zebra").replace("zebra", "")


def test_a_draft_is_not_found(client, story):
    StoryPage.objects.filter(pk=story.pk).update(live=False)
    assert "Zebra gloves" not in ask(client, "zebra")


@pytest.mark.parametrize(
    "question",
    ['"', "'", "\0", "a" * 10_000, "🙂", "AND", "OR NOT", "body:x", "*", "NEAR(a b)", 'a"b*c', "%", "\\", "–", "((("],
)
def test_whatever_is_typed_is_answered(client, story, question):
    ask(client, question)


def test_plain_pages_and_help_lines_are_found(client, story):
    html = ask(client, "childline")
    assert "Childline · 0800 1111" in html
    assert "/en/privacy/" in ask(client, "privacy plain").split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("question", ["suicide", "I want to KILL   myself", "how to end it?", "self-harm"])
def test_words_of_crisis_put_help_before_results(client, story, question):
    assert "If you are not safe right now" in ask(client, question)


@pytest.mark.parametrize("question", ["friend", "weekend items", "suicidewatch", ""])
def test_other_words_do_not(client, story, question):
    assert "If you are not safe right now" not in ask(client, question)


def test_a_question_costs_the_same_with_one_and_three_stories(client, story):
    ask(client, "match")
    with CaptureQueriesContext(connection) as one:
        ask(client, "match")
    make_public_story(headline="Zebra two")
    make_public_story(headline="Zebra three")
    index()
    ask(client, "match")
    with CaptureQueriesContext(connection) as three:
        assert ask(client, "match").count("Zebra") == 3
    assert len(one) == len(three)
    assert len(three) <= 8


def test_a_question_is_bounded():
    assert len(terms_of("word " * 500)) == 8
    assert len(terms_of("x" * 500)[0]) == 40
    assert RANKED == 200
