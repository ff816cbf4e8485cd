"""What stands around the words in the editor: topics to tick, labels, and the next step in plain sight."""

import pytest
from django.urls import reverse

from home.models import Topic
from home.topics import TopicChoices
from stories.models import StoryPage
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.actions import ask_for_soon, seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.models import AuthorSealTask

pytestmark = pytest.mark.django_db
EMPTY = {"pull": "", "picture": "", "picture_alt": ""}


@pytest.fixture
def editor(client):
    person = make_person(Role.EDITOR)
    client.force_login(person)
    return person


@pytest.fixture
def story():
    """A story at Prepare."""
    return page_of(make_story_with_author(until="prepare"))


def edit(story):
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def test_topics_are_ticked_and_kept(client, editor, story):
    for name in ("faith & culture", "sport", "work, and rest"):
        Topic.objects.create(name=name)
    html = client.get(edit(story)).text
    assert html.count('name="tags"') == 3
    assert "comma-separated" not in html
    client.post(edit(story), EMPTY | {"tags": ["faith & culture", "work, and rest"]})
    chosen = sorted(topic.name for topic in draft_of(StoryPage.objects.get(pk=story.pk)).tags.all())
    assert chosen == ["faith & culture", "work, and rest"]
    assert client.get(edit(story)).text.count('name="tags" value="work, and rest"') == 1


def test_a_topic_that_is_not_on_the_list_is_not_kept(client, editor, story):
    client.post(edit(story), EMPTY | {"tags": ["made up", 'with "quotes"', ""]})
    assert not draft_of(StoryPage.objects.get(pk=story.pk)).tags.exists()
    assert not Topic.objects.exists()


def test_a_mistake_elsewhere_keeps_the_ticks():
    Topic.objects.create(name="sport")
    Topic.objects.create(name="work, and rest")
    shown = TopicChoices()
    assert shown.format_value('"work, and rest","sport"') == ["work, and rest", "sport"]
    assert (shown.format_value(""), shown.format_value(None)) == ([], [])
    html = shown.render("tags", '"work, and rest"', {"id": "id_tags"})
    assert html.count("checked") == 1


def test_the_next_step_is_a_button_beside_the_words(client, editor, story):
    html = client.get(edit(story)).text
    words = html.split('class="words-panel"')[1].split("</dl>")[0]
    assert 'data-workflow-action-name="ready"' in words
    assert words.index("disabled hidden") < words.index("data-workflow-action-name")


def test_the_button_saves_and_hands_over(client, editor, story):
    ready = {"action-workflow-action": "true", "workflow-action-name": "ready", "workflow-action-extra-data": "{}"}
    client.post(edit(story), EMPTY | ready | {"notes": [], "tags": []})
    assert isinstance(step_of(story.case).task.specific, AuthorSealTask)


def test_each_step_offers_its_own_actions_and_no_others(client, editor):
    case = make_story_with_author()
    waiting = client.get(edit(page_of(case))).text
    assert "data-workflow-action-name" not in waiting
    seal(case=case, digest=draft_of(page_of(case)).digest())
    words = client.get(edit(page_of(case))).text.split('class="words-panel"')[1].split("</dl>")[0]
    assert ("Set the day" in words, "Ask the author again" in words) == (True, True)


def test_labels_begin_with_a_capital(client, editor, story):
    html = client.get(edit(story)).text
    assert "Content notes" in html
    assert "\ncontent notes" not in html


def test_an_editor_reads_that_the_author_does_not_want_to_wait(client, editor):
    story = page_of(make_story_with_author())
    seal(case=story.case, digest=draft_of(story).digest())
    assert "asked not to wait a day" not in client.get(edit(story)).text
    ask_for_soon(case=story.case)
    assert "asked not to wait a day" in client.get(edit(story)).text


def test_an_editor_can_pause_a_story_from_beside_its_words(client, editor, story):
    address = f"{reverse('review:pause_page')}?page=Story%20{story.slug}"
    assert address in client.get(edit(story)).text
    assert f'value="Story {story.slug}"' in client.get(address).text
