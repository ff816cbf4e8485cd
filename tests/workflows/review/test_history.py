"""What a champion has read: length, topics, day, own answer, what became of it; of what is gone only the month."""

import pytest
from django.urls import reverse
from django.utils import timezone

from home.models import Topic
from stories.actions import take_back
from stories.models import StoryPage
from tests.factories import make_person, make_story_with_author
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.privacy.deciding import deciding
from workflows.review.models import Reading
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .endings import published, readers_of

pytestmark = pytest.mark.django_db
HISTORY = reverse("review:history")
WORDS = ("The bus stop question", "Kilbrannoch", "never asked")


@pytest.fixture
def shown(client):
    def show(person):
        client.force_login(person)
        return client.get(HISTORY).text.split("<main")[1].split("</main>")[0]

    return show


def test_a_published_story_is_told_without_a_word_of_it(shown):
    page = published()
    topic = Topic.objects.get_or_create(name="school")[0]
    StoryPage.objects.get(pk=page.pk).tags.add(topic)
    html = shown(readers_of(page.case)[0])
    assert "A story of about one minute" in html
    assert "You said: Fine as it is" in html
    assert f'href="{page.url}"' in html
    assert [word for word in WORDS if word in html] == []


def test_one_on_its_way_says_so_and_has_no_link(shown):
    case = make_story_with_author()
    html = shown(readers_of(case)[0])
    assert "It is still on its way." in html
    assert "See the page" not in html


def gone(case):
    take_back(case=case)


def paused(case):
    raise_concern(case=case, raised_by=RaisedBy.STAFF, text="Why.")


@pytest.mark.parametrize("what", [gone, paused])
def test_of_what_is_erased_or_paused_only_the_month_is_told(shown, what):
    page = published()
    reader = readers_of(page.case)[0]
    what(page.case)
    html = shown(reader)
    assert f"A story, in {timezone.localdate():%B %Y}" in html
    for told in ("about one minute", "You said", "published", page.url, "Paused", f"{timezone.localdate():%-d %B}"):
        assert told not in html


def test_another_champion_sees_nothing_of_it(shown):
    published()
    assert "Nothing yet." in shown(make_person(Role.CHAMPION))


@pytest.mark.parametrize("stories", [1, 3])
def test_history_asks_as_often_for_one_as_for_three(client, stories, django_assert_num_queries):
    reader = make_person(Role.CHAMPION)
    take_a_break(person=reader, paused=True)  # so that chance gives them no reading of their own
    for _number in range(stories):
        with deciding():
            Reading.objects.filter(pk=Reading.objects.filter(case=published().case).first().pk).update(champion=reader)
    client.force_login(reader)
    client.get(HISTORY)
    with django_assert_num_queries(10):
        assert client.get(HISTORY).text.count("See the page") == stories
