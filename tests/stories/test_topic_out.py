"""Topics are shown to their author before the yes, each with a press that takes it off."""

import pytest

from home.models import Topic
from stories.topic_out import leave_topic_out
from tests.factories import make_story_with_author
from workflows.review.cases import draft_of, page_of
from workflows.review.errors import Frozen, Late

from .room import enter, freeze, post, say_yes, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """A story with two topics, before its author."""
    case = make_story_with_author()
    draft = draft_of(page_of(case))
    draft.tags.set([Topic.objects.create(name=name, slug=name) for name in ("school", "sport")])
    draft.save_revision()
    return case


def topics(case):
    return sorted(topic.name for topic in draft_of(page_of(case)).tags.all())


def test_one_press_takes_one_topic_off_and_the_yes_stands_for_the_rest(client, case):
    enter(client, case)
    assert "If one isn’t right, leave it out." in client.get("/en/my-story/page/").text
    number = Topic.objects.get(name="sport").pk
    assert "That topic is off your page." in post(client, "topic_out", {"topic": number}, follow=True).text
    assert topics(case) == ["school"]
    post(client, "topic_out", {"topic": number})
    say_yes(case)
    assert topics(case) == ["school"]


@pytest.mark.parametrize("topic", ["", "x", "0", "9" * 30, "²"])
def test_what_is_no_topic_changes_nothing(client, case, topic):
    enter(client, case)
    assert post(client, "topic_out", {"topic": topic}).status_code == 302
    assert topics(case) == ["school", "sport"]


def test_only_at_the_authors_step(client, case):
    number = Topic.objects.get(name="sport").pk
    freeze(case)
    with pytest.raises(Frozen):
        leave_topic_out(case=case, topic=number)
    other = make_story_with_author()
    say_yes(other)
    with pytest.raises(Late):
        leave_topic_out(case=other, topic=number)
    enter(client, other)
    assert "leave it out" not in text_of(client.get("/en/my-story/page/"))
