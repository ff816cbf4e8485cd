"""The route of a story, from the form to the page and back. The first test to read: it is the product."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.models import StoryPage
from stories.submission import Submission
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.cases import page_of, step_of
from workflows.review.enums import Question
from workflows.review.models import Reading, StepState

from .hands import PaperHands, phones

STORY = "The bus was late.\n\nMy coach at Kilbrannoch club never asked.\n\nThen my friend asked twice."
OWN = "Nobody at my club ever asked."


@pytest.fixture
def crew(monkeypatch):
    """One person of each role the road needs, and three champions."""
    monkeypatch.setattr("stories.forms.traps.LEAST_SECONDS", 0)
    crew = {role: make_person(role) for role in (Role.SAFEGUARDING, Role.EDITOR)}
    return crew | {"champions": [make_person(Role.CHAMPION) for _number in range(3)]}


def share(author) -> str:
    """A young person shares a story, without an account. Returns the ten words they keep."""
    author.go("/en/share/")
    author.press("Yes, I’m OK")
    author.press("Continue")
    author.choose("16 or 17")
    author.press("Continue")
    author.write("A title for your story", "The bus stop question")
    author.write("Your story", STORY)
    author.press("Continue")
    author.choose("With no name")
    author.press("Continue")
    author.choose("Please don’t contact me")
    author.press("Continue")
    author.choose("keeps what I wrote")
    author.choose("is published on this website")
    author.press("Continue")
    author.press("Continue to your ten words")
    words = author.ten_words()
    author.press("Send my story")
    assert "We have your story" in author.text()
    return words


def return_with(author, words: str) -> None:
    """The author comes back, later, with their ten words."""
    author.go("/en/my-story/")
    author.write("Your ten words", words)
    author.press("Open my story")


def accept(keeper) -> None:
    """Safeguarding opens the story and accepts it; only now does Wagtail know a word of it."""
    keeper.go("/en/desk/intake/")
    keeper.press("Open")
    assert "Then my friend asked twice." in keeper.text()
    assert not StoryPage.objects.exists()
    keeper.press("Accept this story")
    assert StoryPage.objects.count() == 1


def read_and_suggest(champion) -> None:
    """A champion reads, suggests other words for one paragraph with a reason, and votes."""
    champion.go("/en/desk/")
    assert "bus" not in champion.text()
    champion.press("Open")
    champion.within("Paragraph 2")
    champion.unfold("Suggest a change")
    champion.write("New words", "My coach never asked.")
    champion.write("or say it in your own words", "The club’s name could tell people who you are.")
    champion.choose("A suggestion")
    champion.press("Send to the author")
    nothing_to_worry_about(champion)
    champion.choose("Fine, with my suggestions")
    champion.press("Send my answer")


def nothing_to_worry_about(champion) -> None:
    """A champion answers the four questions of the policy: nothing here."""
    for question in Question.labels:
        champion.within(str(question))
        champion.choose("Nothing here")
    champion.within("")


def read_and_agree(champion) -> None:
    """Another champion reads, without seeing what the first one said, and votes."""
    champion.go("/en/desk/")
    champion.press("Open")
    assert "The club’s name could tell" not in champion.text()
    nothing_to_worry_about(champion)
    champion.choose("Fine as it is")
    champion.press("Send my answer")


def prepare(editor) -> None:
    """An editor opens the story in Wagtail, sees words they cannot change, and hands it to its author."""
    story = page_of(Submission.objects.get().case)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "The bus was late." in html
    assert 'name="headline"' not in html
    step = step_of(story.case)
    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "ready", step.pk]))


def answer_in_own_words(author, words: str) -> None:
    """The author sees the suggestion beside their words, with nothing chosen, and says it another way."""
    return_with(author, words)
    author.press("Look at the suggestion")
    assert "The club’s name could tell people who you are." in author.text()
    author.choose("Say it another way")
    author.write("Your new words", OWN)
    author.press("Save and come back later")


def check_new_words(keeper, champion) -> None:
    """Safeguarding reads the author's new words before they enter the page; one champion confirms that paragraph."""
    keeper.go("/en/desk/intake/")
    keeper.press("Open")
    keeper.choose("Yes, publish them")
    keeper.press("Send")
    champion.go("/en/desk/")
    champion.press("Open")
    assert OWN in champion.text()
    assert "The bus was late." not in champion.text()
    champion.choose("Fine")
    champion.press("Send")


def say_yes(author, words: str) -> None:
    """The author sees the very page, and says yes to exactly that."""
    return_with(author, words)
    author.press("See my whole page")
    assert OWN in author.text()
    assert "Kilbrannoch" not in author.text()
    author.press("Yes, publish this page")


def set_the_day(editor) -> datetime.datetime:
    """An editor sets the day, at least 24 hours ahead."""
    step = StepState.objects.get(status="in_progress")
    day = timezone.localtime().replace(second=0, microsecond=0) + datetime.timedelta(hours=30)
    address = reverse("wagtailadmin_pages:workflow_action", args=[step.page.pk, "schedule", step.pk])
    editor.post(address, {"day": day.strftime("%Y-%m-%d %H:%M")})
    return day


def the_day_comes(day: datetime.datetime) -> None:
    """Nothing goes out before its time; when it has come, the clock's next minute publishes."""
    call_command("tick")
    assert not StoryPage.objects.public().exists()
    StepState.objects.filter(publish_on=day).update(publish_on=timezone.now())
    call_command("tick")


def read_it(reader) -> str:
    """The world reads it: in the list, and on its page with the golden thread."""
    reader.go("/en/stories/")
    reader.press("The bus stop question")
    for said in (OWN, "Read by two trained champions", "Unchanged since the author’s yes", "Childline"):
        assert said in reader.text()
    return StoryPage.objects.get().get_url()


def take_it_back(author, words: str) -> None:
    """The author takes it back: one press, no reason, nobody has to agree."""
    return_with(author, words)
    author.press("Take my story back")
    author.press("Take my story back now")
    assert not Submission.objects.exists()
    assert not StoryPage.objects.exists()


def walk(crew, someone) -> None:
    """Walk the whole road; `someone()` gives a fresh pair of hands."""
    editor = Client()
    editor.force_login(crew[Role.EDITOR])
    author, keeper, reader = someone(), someone(), someone()
    keeper.come_in_as(crew[Role.SAFEGUARDING])

    words = share(author)
    accept(keeper)
    asked = [reading.champion for reading in Reading.objects.order_by("offered_at", "pk")]
    champions = {person: someone() for person in crew["champions"]}
    for person, hands in champions.items():
        hands.come_in_as(person)
    read_and_suggest(champions[asked[0]])
    read_and_agree(champions[asked[1]])
    prepare(editor)
    answer_in_own_words(author, words)
    check_new_words(keeper, champions[asked[1]])
    say_yes(author, words)
    the_day_comes(set_the_day(editor))
    address = read_it(reader)
    take_it_back(author, words)
    reader.go(address)
    assert reader.status == 410
    assert "This page is no longer here" in reader.text()


@pytest.mark.django_db
def test_route_of_a_story(crew):
    walk(crew, PaperHands)


@pytest.mark.browser
def test_route_of_a_story_on_a_phone_without_javascript(transactional_db, live_server, new_context, axe, crew):
    walk(crew, phones(new_context, live_server, axe))
