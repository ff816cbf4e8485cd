"""A text that changed while a champion read it: no vote on it, what changed is shown, and nothing typed is lost."""

import pytest

from workflows.review.models import Suggestion, Vote

from .reader import begin, change_words, digest_of, paragraph, send_vote, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(client):
    return begin(client)


def test_the_vote_is_not_taken_and_the_difference_is_shown(client, reading):
    seen = digest_of(reading)
    change_words(reading)
    answer = send_vote(client, reading, digest=seen, readers="something", readers_line="A club is named.")
    assert answer.status_code == 409
    assert Vote.objects.count() == 0
    assert "Paragraph 2" in answer.text
    assert '<del><span class="hidden-text">taken out: </span>at Kilbrannoch club </del>' in answer.text
    assert "The bus was late." not in answer.text
    assert "A club is named." in answer.text
    again = client.get(url("reading", reading)).text
    assert 'value="A club is named."' in again
    assert send_vote(client, reading, readers="something", readers_line="A club is named.").status_code == 200
    assert Vote.objects.count() == 1


def test_a_suggestion_on_the_old_words_waits_in_its_place(client, reading):
    key, words = paragraph(reading)
    seen = digest_of(reading)
    change_words(reading)
    data = {"paragraph": key, "after": f"{words} So.", "reason": "It is clearer.", "kind": "suggestion", "digest": seen}
    answer = client.post(url("suggest", reading), data)
    assert answer.status_code == 409
    assert "It is kept, and waits for you in its place." in answer.text
    assert Suggestion.objects.count() == 0
    assert "It is clearer." in client.get(url("reading", reading)).text


@pytest.mark.parametrize("digest", ["", "0" * 64, "\x00", "x" * 9_999])
def test_words_nobody_had_before_them_are_told_in_plain_words(client, reading, digest):
    answer = send_vote(client, reading, digest=digest)
    assert answer.status_code == 409
    assert "read the story again from the top" in answer.text


def test_a_worry_is_one_press_away_there_too(client, reading):
    seen = digest_of(reading)
    change_words(reading)
    assert 'form="worry-form"' in send_vote(client, reading, digest=seen).text
