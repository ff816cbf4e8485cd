"""Spelling is one offer: use all of it, leave it, or answer each place; nothing is chosen in advance."""

import pytest

from tests.factories import make_story_with_author
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer
from workflows.review.models import Suggestion

from .room import enter, post, text_of

pytestmark = pytest.mark.django_db
QUESTIONS = "/en/my-story/suggestions/"
WORDS = "The buss was late.\n\nMy coach nevr asked.\n\nThen my friend asked twice."
SPELLED = [(0, "The bus was late.", "", "spelling"), (1, "My coach never asked.", "", "spelling")]
OTHER = (1, "Nobody asked.", "Shorter.", "suggestion")


@pytest.fixture
def case(client):
    case = make_story_with_author(*SPELLED, words=WORDS)
    enter(client, case)
    return case


def send(client, **answers):
    """Send the form as it is on the screen with these answers; `one` and `two` are single places."""
    form = client.get(QUESTIONS).context["form"]
    data = {"shown": form["shown"].value(), "next": "later"}
    names = {name: f"answer-{row.pk}" for name, row in zip(("one", "two", "three"), form.suggestions, strict=False)}
    for row in form.suggestions:
        data |= {f"answer-{row.pk}": row.answer, f"words-{row.pk}": row.own_words or row.before}
    data |= {names.get(name, name): value for name, value in answers.items()}
    response = post(client, "suggestions", {name: value for name, value in data.items() if value})
    assert response.status_code == 302


def words(case):
    return [text for _key, text in draft_of(page_of(case)).paragraphs][:2]


def said():
    return [row.answer for row in Suggestion.objects.all()]


def test_spelling_is_one_offer_with_each_place_to_see(client, case):
    page = client.get(QUESTIONS)
    text = text_of(page)
    assert "We tidied spelling in 2 places" in text
    assert "Use all of it" in text
    assert "Leave it as I wrote it" in text
    assert "<del>buss</del>" in page.text
    assert "checked" not in page.text[page.text.index("<main") :]
    assert "Why:" not in text


def test_one_place_is_said_as_one(client):
    enter(client, make_story_with_author(SPELLED[0], words=WORDS))
    assert "We tidied spelling in one place" in text_of(client.get(QUESTIONS))


def test_all_of_it_is_used_left_and_used_again(client, case):
    send(client, spelling="use")
    assert words(case) == ["The bus was late.", "My coach never asked."]
    assert client.get(QUESTIONS).context["form"]["spelling"].value() == "use"
    send(client, spelling="keep")
    assert words(case) == ["The buss was late.", "My coach nevr asked."]
    assert said() == [Answer.KEEP, Answer.KEEP]


def test_a_single_answer_counts_for_more(client, case):
    send(client, spelling="use", two="keep")
    assert words(case) == ["The bus was late.", "My coach nevr asked."]
    assert client.get(QUESTIONS).context["form"]["spelling"].value() == ""
    send(client, one="own", **{f"words-{Suggestion.objects.first().pk}": "The bus came late."})
    assert said() == [Answer.OWN, Answer.KEEP]


def test_no_answer_leaves_it_open(client, case):
    send(client)
    assert said() == ["", ""]


def test_a_part_that_is_changed_otherwise_is_not_spelled_as_well(client):
    case = make_story_with_author(*SPELLED, OTHER, words=WORDS)
    enter(client, case)
    send(client, spelling="use", three="use")
    assert words(case) == ["The bus was late.", "Nobody asked."]
    assert said() == [Answer.USE, Answer.KEEP, Answer.USE]


def test_answers_are_the_same_after_the_page_and_back(client, case):
    send(client, spelling="use", next="page")
    assert "My coach never asked." in client.get("/en/my-story/page/").text
    send(client, spelling="use", two="keep")
    assert words(case) == ["The bus was late.", "My coach nevr asked."]
    assert "My coach nevr asked." in client.get("/en/my-story/page/").text


def test_a_forged_answer_to_all_is_refused(client, case):
    form = client.get(QUESTIONS).context["form"]
    page = post(client, "suggestions", {"shown": form["shown"].value(), "spelling": "<b>all</b>"})
    assert "Select a valid choice" in page.text
    assert said() == ["", ""]
