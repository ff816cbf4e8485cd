"""What a story is about is said before its words: safeguarding ticks it, champions see it first."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from home.models import ContentNote, Topic
from stories.actions import accept
from stories.forms.intake import AcceptForm
from stories.models import StoryPage, Submission
from stories.sent import seen_of
from stories.subjects import Subjects, subjects_of, subjects_of_draft
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.review.cases import draft_of
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
DESK = "/en/desk/"


@pytest.fixture
def lists():
    """A curated topic and a content note; returns what the form sends."""
    ContentNote.objects.create(locale=Locale.get_default(), key="panic", text="panic", detail="It is short.")
    topics = [Topic.objects.create(name=name, slug=name) for name in ("sport", "asking")]
    return {"notes": ["panic"], "topics": [topic.pk for topic in topics]}


@pytest.fixture
def keeper(client):
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


def press(client, case, data):
    seen = seen_of(Submission.objects.get(case=case))
    return client.post(reverse("stories:intake_accept", args=[case]), {"seen": seen, **data}, follow=True)


def test_nothing_is_ticked_beforehand(client, keeper, lists):
    html = client.get(reverse("stories:intake_story", args=[make_submission().case])).text
    accept_form = html.split('id="accept-heading"')[1].split("</form>")[0]
    assert accept_form.count('type="checkbox"') == 3
    assert "checked" not in accept_form


def test_what_safeguarding_ticks_stands_on_the_draft(client, keeper, lists):
    case = make_submission().case
    press(client, case, lists)
    draft = draft_of(StoryPage.objects.get(translation_key=case))
    about = subjects_of_draft(draft)
    assert (about.topics, [note.key for note in about.notes], about.minutes) == (("asking", "sport"), ["panic"], 1)
    assert subjects_of([case]) == {case: Subjects(("asking", "sport"), about.notes)}


def test_nothing_ticked_is_accepted_as_well(client, keeper, lists):
    case = make_submission().case
    press(client, case, {})
    assert subjects_of([case]) == {case: Subjects()}


@pytest.mark.parametrize("forged", [{"notes": ["made-up"]}, {"topics": [0]}, {"topics": ["x\x00"]}])
def test_what_is_not_on_the_lists_is_refused(client, keeper, lists, forged):
    case = make_submission().case
    answer = press(client, case, lists | forged)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert not StoryPage.objects.filter(translation_key=case).exists()


def test_a_topic_is_chosen_never_invented():
    assert AcceptForm({"topics": ["new topic"]}).is_valid() is False


@pytest.mark.parametrize("stories", [1, 3])
def test_champions_see_what_a_story_is_about_before_its_words(client, lists, stories, django_assert_num_queries):
    champion, keeper = make_person(Role.CHAMPION), make_person(Role.SAFEGUARDING)
    topics = Topic.objects.filter(pk__in=lists["topics"])
    for _number in range(stories):
        accept(case=make_submission().case, person=keeper, notes=["panic"], topics=topics)
    client.force_login(champion)
    client.get(DESK)
    with django_assert_num_queries(12):
        html = client.get(DESK).text
    assert html.count("Mentions panic") == html.count(">sport<") == stories
    opened = client.get(reverse("review:reading", args=[Reading.objects.first().pk])).text
    before = opened.split('<article class="reading"')[0]
    assert "It is about: asking, sport." in before
    assert "It mentions panic.</b> It is short." in before
    assert "About one minute" in before


def test_a_story_about_nothing_named_shows_no_empty_box(client):
    champion = make_person(Role.CHAMPION)
    accept(case=make_submission().case, person=make_person(Role.SAFEGUARDING))
    client.force_login(champion)
    assert "It is about" not in client.get(reverse("review:reading", args=[Reading.objects.get().pk])).text
