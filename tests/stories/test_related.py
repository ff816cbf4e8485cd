"""What stands at the end of a story: help for what it is about, something hopeful, others about the same.

Requirements 19 and 21.
"""

import pytest
from django.core.cache import cache
from wagtail.models import Locale

from home.frame import frame
from home.models import ContentNote, HelpLine, Topic
from stories.models import StoryPage
from stories.related import hopeful_after, related_to, shelf
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


def topic(name, **fields):
    return Topic.objects.get_or_create(name=name, defaults={"slug": name, **fields})[0]


def story(headline, *names, **fields):
    made = make_public_story(headline=headline, **fields)
    for name in names:
        made.tagged.model.objects.create(tag=topic(name), content_object=made)
    cache.clear()
    return made


def heavy(key):
    ContentNote.objects.create(key=key, text=key, heavy=True, locale=Locale.get_default())


def public():
    return StoryPage.objects.public()


def titles(of, *names):
    return [card.title for card in related_to(of.case, [topic(name) for name in names], shelf(public()))]


def test_others_with_most_in_common_come_first_then_the_newest():
    mine = story("Mine", "sport", "school")
    for headline, names in (("One", ["sport"]), ("Two", ["sport", "school"]), ("Three", ["school"]), ("No", ["work"])):
        story(headline, *names)
    story("Four", "school")
    assert titles(mine, "sport", "school") == ["Two", "Four", "Three"]
    assert titles(mine) == []


def test_a_paused_story_is_never_offered(client):
    topic("recovery", hopeful=True)
    mine, other = story("Mine", "recovery"), story("Other", "recovery")
    assert titles(mine, "recovery") == ["Other"]
    assert hopeful_after(mine.case, shelf(public())).title == "Other"
    raise_concern(case=other.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    cache.clear()
    assert titles(mine, "recovery") == []
    assert hopeful_after(mine.case, shelf(public())) is None


def test_hopeful_is_what_editors_say_it_is_and_never_hard_to_read():
    heavy("self-harm")
    topic("recovery", hopeful=True)
    mine = story("Mine")
    story("Hopeful", "recovery")
    story("Hard", "recovery", notes=["self-harm"])
    story("Newest", "sport")
    assert hopeful_after(mine.case, shelf(public())).title == "Hopeful"


def test_a_story_page_leads_on(client):
    topic("recovery", hopeful=True)
    mine = story("Mine", "sport")
    story("Ferry days", "sport")
    story("Still here", "recovery")
    html = client.get(mine.url).text.split('class="way-on')[1].split("</nav>")[0]
    assert "Something hopeful:" in html
    assert ">Still here</a>" in html
    assert ">Ferry days</a>" in html.split("Stories about the same")[1]


def line(name, **fields):
    made = HelpLine.objects.create(name=name, phone="0800 1", locale=Locale.get_default(), **fields)
    cache.clear()
    return made


def names_of(topics=(), notes=()):
    return [one.name for one in frame().lines_for([topic(name).pk for name in topics], notes)]


def test_lines_for_everybody_lead_and_those_about_it_follow_the_youngest_first():
    always = [one.name for one in frame().box]
    line("For carers of 18", ages_from=18, order=1).topics.add(topic("carers"))
    line("For young carers", order=2).topics.add(topic("carers"))
    line("About eating", notes=["eating"])
    cache.clear()
    assert names_of() == names_of(["sport"], ["panic"]) == always
    assert names_of(["carers"]) == [*always, "For young carers", "For carers of 18"]
    assert names_of([], ["eating"]) == [*always, "About eating"]


def test_a_line_that_is_there_already_is_not_there_twice():
    child = HelpLine.objects.get(name="Childline")
    child.topics.add(topic("school"))
    cache.clear()
    assert names_of(["school"]).count("Childline") == 1


def test_the_story_shows_them(client):
    line("About eating", notes=["eating"])
    shown, other = story("One", notes=["eating"]), story("Two")
    assert "About eating" in client.get(shown.url).text
    assert "About eating" not in client.get(other.url).text


def test_a_story_can_be_printed_sent_and_passed_on_without_anybody_else(client):
    made = story("Mine")
    html = client.get(made.url).text
    assert f"body=http%3A//localhost/en/stories/{made.slug}/" in html
    assert f'data-pass-on="http://localhost/en/stories/{made.slug}/"' in html
    assert "Mine" not in html.split("mailto:")[1].split('"')[0]
