"""What helps a champion beside each part: kinder words, numbers, reasons. For readers alone, and never in the way."""

import pytest
from wagtail.models import Locale

from home.models import ContentNote
from tests.factories import make_story_with_author
from tests.stories.room import ROOM, enter
from workflows.review.cases import draft_of, page_of
from workflows.review.models import Suggestion, Vote

from .reader import begin, digest_of, paragraph, send_vote, url

pytestmark = pytest.mark.django_db
HARD = "He committed suicide, they said.\n\nI was 38 kg and ate 400 calories.\n\nIt was quiet."
KINDER = "kinder words are"


@pytest.fixture
def reading(client):
    return begin(client, words=HARD)


def note(reading, key):
    ContentNote.objects.get_or_create(
        key=key, locale=Locale.get_default(), defaults={"text": key, "minds_numbers": key == "eating"}
    )
    draft = draft_of(page_of(reading.case))
    draft.notes = [key]
    draft.save_revision()


def test_a_word_that_hurts_has_a_kinder_one_beside_it(client, reading):
    html = client.get(url("reading", reading)).text
    assert "“committed suicide”: kinder words are “died by suicide, took their own life”." in html
    assert html.count(KINDER) == 1


@pytest.mark.parametrize(("key", "shown"), [("eating", True), ("sport", False)])
def test_numbers_are_shown_only_beside_a_note_that_minds_them(client, reading, key, shown):
    note(reading, key)
    assert ("Numbers here: 38 kg, 400 calories." in client.get(url("reading", reading)).text) == shown


def test_a_hint_stops_no_vote_and_its_author_never_sees_it(client, reading):
    send_vote(client, reading)
    assert Vote.objects.count() == 1
    case = make_story_with_author((0, "He died by suicide.", "It is kinder.", "suggestion"))
    enter(client, case)
    assert KINDER not in client.get(ROOM).text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", "This could tell people who you are."),
        ("It names your team.", "This could tell people who you are.\nIt names your team."),
    ],
)
def test_a_reason_is_chosen_from_the_list_or_written_or_both(client, reading, typed, stored):
    key, words = paragraph(reading)
    chosen = {"listed": "This could tell people who you are.", "reason": typed, "kind": "suggestion"}
    data = {"paragraph": key, "after": f"{words} So.", "digest": digest_of(reading), **chosen}
    client.post(url("suggest", reading), data)
    assert Suggestion.objects.get().reason == stored


def test_a_reason_that_is_not_on_the_list_is_refused(client, reading):
    key, words = paragraph(reading)
    data = {"paragraph": key, "after": f"{words} So.", "digest": digest_of(reading), "listed": "I hate it."}
    assert "Select a valid choice" in client.post(url("suggest", reading), {**data, "kind": "suggestion"}).text
    assert Suggestion.objects.count() == 0
