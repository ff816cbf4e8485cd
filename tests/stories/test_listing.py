"""The list of stories: by language, to be heard, shortest first; what fits nothing leads on; feeds by topic.

Requirement 25.
"""

import uuid
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import Topic
from stories import listing
from stories.enums import AttachedKind
from stories.listing import Wish, choices_of
from stories.models import StoryPage, as_body
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


def story(headline, *, words=5, topic="", **fields):
    made = make_public_story(headline=headline, body=as_body({str(uuid.uuid4()): "word " * words}), **fields)
    if topic:
        tag, _made = Topic.objects.get_or_create(name=topic, defaults={"slug": topic})
        made.tagged.model.objects.create(tag=tag, content_object=made)
    cache.clear()
    return made


def headlines(client, query=""):
    answer = client.get(f"/en/stories/{query}")
    assert answer.status_code == 200
    return [card.title for card in answer.context["cards"]]


def freeze(one):
    raise_concern(case=one.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))


def test_a_story_counts_its_words_whenever_it_is_saved():
    made = story("Counted", words=7)
    assert StoryPage.objects.get(pk=made.pk).length == 7
    StoryPage.objects.filter(pk=made.pk).update(length=0)
    StoryPage.objects.get(pk=made.pk).save(update_fields=["body"])
    assert StoryPage.objects.get(pk=made.pk).length == 7


def test_the_shortest_come_first_and_the_rest_follow_without_a_gap(client, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for headline, words in (("C", 9), ("A", 3), ("B", 9), ("D", 20), ("E", 30)):
        story(headline, words=words)
    seen, address = [], "?order=short"
    while address:
        seen += headlines(client, address)
        address = client.get(f"/en/stories/{address}").context["older_url"]
        assert not address or "order=short" in address
    assert seen == ["A", "C", "B", "D", "E"]


def test_by_language_means_the_words_own_or_the_pages(client):
    story("English")
    story("Gàidhlig", language="gd")
    assert headlines(client, "?lang=gd") == ["Gàidhlig"]
    assert headlines(client, "?lang=en") == ["English"]
    assert headlines(client, "?lang=pl") == []


def test_only_what_can_be_heard(client):
    story("Silent")
    make_public_story(headline="Heard", beside=[AttachedKind.SOUND])
    assert headlines(client, "?listen=1") == ["Heard"]
    assert headlines(client, "?listen=yes") == ["Heard", "Silent"]
    assert "to read or hear" in client.get("/en/stories/").text


def test_choices_are_offered_only_where_there_is_something_to_choose(client):
    html = client.get("/en/stories/").text
    assert "Only stories I can listen to" not in html
    assert "Language of the story" not in html
    story("English", topic="sport")
    story("Gàidhlig", language="gd")
    hidden = story("Polski", language="pl", topic="work")
    freeze(hidden)
    known = choices_of(StoryPage.objects.public(), Wish())
    assert [name for name, _url, _chosen in known["topics"]] == ["sport"]
    assert [code for code, _name, _chosen in known["languages"]] == ["en", "gd"]
    assert known["has_sound"] is False


def test_each_part_of_a_wish_stays_when_another_is_chosen():
    wish = Wish(topic="sport", hide=("anxiety",), lang="gd", listen=True, order="short")
    assert wish.address(topic="work") == "?hide=anxiety&topic=work&lang=gd&listen=1&order=short"
    assert wish.address(topic="", hide=(), lang="", listen=False, order="") == "?"


def test_where_nothing_fits_each_part_can_be_left_out_and_help_is_near(client):
    story("Here", topic="sport")
    answer = client.get("/en/stories/?topic=sport&lang=pl&hide=anxiety")
    assert answer.context["ways_out"] == {
        "topic": "?hide=anxiety&lang=pl",
        "hide": "?topic=sport&lang=pl",
        "lang": "?hide=anxiety&topic=sport",
    }
    assert "No story fits all of this yet." in answer.text
    assert 'href="/en/share/"' in answer.text.split("No story fits")[1]


def test_an_empty_site_does_not_blame_a_choice(client):
    html = client.get("/en/stories/").text
    assert "The first stories are on their way." in html
    assert "No story fits" not in html


def test_the_narrowed_list_costs_the_same_with_one_and_three(client):
    costs = []
    for number in (1, 2):
        for place in range(number):
            story(f"{number}{place}", topic="sport", language="gd")
        client.get("/en/stories/?lang=gd&order=short&hide=panic")
        with CaptureQueriesContext(connection) as asked:
            client.get("/en/stories/?lang=gd&order=short&hide=panic")
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 12


def test_a_feed_of_one_topic_names_its_stories_alone(client):
    story("About sport", topic="sport")
    story("About work", topic="work")
    freeze(story("Paused", topic="sport"))
    answer = client.get("/en/feed/sport/")
    ElementTree.fromstring(answer.content)
    assert [words in answer.text for words in ("About sport", "About work", "Paused")] == [True, False, False]
    assert client.get("/en/feed/nothing/").status_code == 404


def test_the_list_leads_to_the_feed_of_the_chosen_topic(client):
    story("About sport", topic="sport")
    assert 'href="/en/feed/sport/"' in client.get("/en/stories/?topic=sport").text
    assert "/en/feed/sport/" not in client.get("/en/stories/").text
    assert 'type="application/atom+xml"' in client.get("/en/stories/").text
