"""What readers see: the list of stories and one story, and what each costs. Requirements 20, 21 and 25."""

import gzip
import re
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from home.models import ContentNote, Topic
from stories import listing
from stories.display import minutes_to_read
from stories.models import Gone, as_body
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
STORY = 10  # queries, and no more; the budget of a story page


@pytest.fixture(autouse=True)
def _cold_cache():
    cache.clear()


def queries_of(client, url):
    """Return the queries of the second visit: what is kept site-wide is warm then."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in found]


def tag(story, *names):
    for name in names:
        topic, _made = Topic.objects.get_or_create(name=name, defaults={"slug": name})
        story.tagged.model.objects.create(tag=topic, content_object=story)


def note(key):
    return ContentNote.objects.create(
        locale=Locale.get_default(), key=key, text=key, detail="It does not describe harm."
    )


@pytest.mark.parametrize("things", [1, 3])
def test_a_story_costs_the_same_with_one_and_three_topics_notes_and_parts(client, things):
    names = ["anxiety", "sport", "family"][:things]
    for name in names:
        note(name)
    body = as_body({str(uuid.uuid4()): f"Part {number}." for number in range(things)})
    story = make_public_story(notes=names, body=body)
    tag(story, *names)
    assert len(queries_of(client, story.get_url())) == STORY
    context = client.get(story.get_url()).context
    assert [len(context[part]) for part in ("topics", "content_notes", "words")] == [things] * 3


def test_the_index_costs_the_same_with_one_and_three_stories(client):
    note("anxiety")
    tag(make_public_story(notes=["anxiety"]), "sport")
    one = queries_of(client, "/en/stories/")
    for headline in ("Ferry days", "Night shift"):
        tag(make_public_story(headline=headline, notes=["anxiety"]), "sport")
    three = queries_of(client, "/en/stories/")
    assert len(one) == len(three)
    assert len(three) <= 12


def headlines(client, query=""):
    answer = client.get(f"/en/stories/{query}")
    assert answer.status_code == 200
    return [card.title for card in answer.context["cards"]]


def test_the_list_shows_the_newest_first_and_leaves_out_what_is_frozen(client):
    make_public_story(headline="First")
    frozen = make_public_story(headline="Second")
    make_public_story(headline="Third")
    assert headlines(client) == ["Third", "Second", "First"]
    raise_concern(case=frozen.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    assert headlines(client) == ["Third", "First"]


def test_the_list_narrows_by_topic_and_hides_by_note(client):
    note("anxiety")
    note("panic")
    tag(make_public_story(headline="Sport", notes=["anxiety"]), "sport")
    tag(make_public_story(headline="Work", notes=["panic"]), "work")
    make_public_story(headline="Plain")
    assert headlines(client, "?topic=sport") == ["Sport"]
    assert headlines(client, "?hide=anxiety") == ["Plain", "Work"]
    assert headlines(client, "?hide=anxiety&hide=panic") == ["Plain"]
    assert headlines(client, "?topic=sport&hide=anxiety") == []
    assert headlines(client, "?topic=nothing") == []


def test_older_stories_follow_without_a_gap_and_keep_the_choice(client, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for number in range(5):
        tag(make_public_story(headline=str(number)), "sport")
    make_public_story(headline="no topic")
    seen, address = [], "?topic=sport"
    while address:
        seen += headlines(client, address)
        address = client.get(f"/en/stories/{address}").context["older_url"]
        assert not address or "topic=sport" in address
    assert seen == ["4", "3", "2", "1", "0"]


@pytest.mark.parametrize(
    "query",
    [
        "?before=x",
        "?before=9-9",
        f"?before={'9' * 30}-1",
        "?before=1-" + "9" * 40,
        "?topic=" + "a" * 9_000,
        "?hide=%22",
        "?hide=" * 50,
    ],
)
def test_nonsense_in_the_address_is_answered(client, query):
    make_public_story(headline="Here")
    headlines(client, query)


def test_a_story_shows_words_thread_note_and_help(client):
    note("anxiety")
    story = make_public_story(headline="Goalkeeper gloves", notes=["anxiety"], pull="She asked again.")
    html = client.get(story.url).content.decode()
    assert "<title>Goalkeeper gloves · Golden Thread</title>" in html
    assert "This story mentions anxiety." in html
    assert '<p dir="auto">Before every match I counted.</p>' in html
    assert '<p class="pull" dir="auto" aria-hidden="true">She asked again.</p>' in html
    assert "The golden thread of this page" in html
    assert html.index("This story mentions anxiety.") < html.index("Before every match I counted.</p>")
    assert 'id="help"' in html
    assert "Leave this site" in html
    assert story.title not in html


def test_words_of_a_story_cannot_become_markup(client):
    story = make_public_story(headline="<script>alert(1)</script>", byline="<b>me</b>")
    for address in (story.url, "/en/stories/", "/en/"):
        html = client.get(address).content.decode()
        assert "<script>alert" not in html
        assert "<b>me</b>" not in html


def test_a_story_in_another_language_says_so(client):
    story = make_public_story(headline="قصة", language="ar")
    html = client.get(story.url).content.decode()
    assert '<h1 dir="auto" lang="ar">' in html
    assert '<div class="story measure" lang="ar">' in html


def test_all_that_is_gone_answers_the_same_bytes(client):
    frozen, gone = make_public_story(), make_public_story()
    raise_concern(case=frozen.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))
    Gone.objects.create(locale=gone.locale, slug=gone.slug)
    answers = [client.get(address) for address in (frozen.url, gone.url, f"{frozen.url}?x=1", f"{gone.url}deeper/")]
    assert [answer.status_code for answer in answers] == [410] * 4
    assert len({answer.content for answer in answers}) == 1


def test_reading_time_is_whole_minutes_and_never_none():
    assert minutes_to_read([]) == 1
    assert minutes_to_read(["word " * 180]) == 1
    assert minutes_to_read(["word " * 180, "word"]) == 2


@pytest.mark.parametrize("address", ["/en/", "/en/stories/", "a story"])
def test_a_first_view_weighs_at_most_60_kilobytes(client, address):
    note("anxiety")
    stories = [make_public_story(headline=f"Story {number}", notes=["anxiety"]) for number in range(6)]
    html = client.get(stories[0].url if address == "a story" else address).content
    static = Path(settings.STATICFILES_DIRS[0])
    linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', html.decode()))
    sizes = [
        len((static / name).read_bytes())
        if name.endswith("woff2")
        else len(gzip.compress((static / name).read_bytes()))
        for name in linked
    ]
    assert len(html) + sum(sizes) <= 60_000


def test_a_story_ends_with_a_way_on_and_can_be_printed(client):
    story = make_public_story()
    tag(story, "sport")
    html = client.get(story.get_url()).text
    way_on = html.split('class="way-on')[1].split("</nav>")[0]
    assert ">Read another story</a>" in way_on
    assert "/en/stories/?topic=sport" in way_on
    assert 'href="/en/share/"' in way_on
    assert "way-on" not in html.split("<article")[1].split("</article>")[0]
    assert "data-print hidden" in html
    assert "js/print" in html
