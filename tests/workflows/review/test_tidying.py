"""The spelling of several parts in one go: all or none, spelling alone, one offer for the author."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import SuggestionKind
from workflows.review.errors import Stale
from workflows.review.models import HalfWritten, Suggestion
from workflows.review.proposals import parts_of
from workflows.review.tidying import tidy

from .reader import begin, change_words, digest_of, url

pytestmark = pytest.mark.django_db
WORDS = "The bus wos late.\n\nMy coach at Kilbrannoch club never askd.\n\nThen my friend asked twice."


@pytest.fixture
def reading(client):
    return begin(client, words=WORDS)


def texts(reading, *changes):
    """Return what the form sends: every part, with these (old, new) put right."""
    parts = parts_of(draft_of(page_of(reading.case)))
    for old, new in changes:
        parts = {key: text.replace(old, new) for key, text in parts.items()}
    return {f"tidy-{key}": text for key, text in parts.items() if text}


def send(client, reading, *changes, **more):
    data = {"digest": digest_of(reading), "paragraph": "spelling", **texts(reading, *changes), **more}
    return client.post(url("spelling", reading), data, follow=True)


def test_what_was_put_right_becomes_spelling_of_each_part(client, reading):
    answer = send(client, reading, ("wos", "was"), ("askd", "asked"))
    assert "The spelling of 2 parts is noted." in answer.text
    made = list(Suggestion.objects.order_by("made_at"))
    assert {one.kind for one in made} == {SuggestionKind.SPELLING}
    assert [one.after for one in made] == ["The bus was late.", "My coach at Kilbrannoch club never asked."]
    assert {one.made_by for one in made} == {reading.champion}


def test_more_than_spelling_is_told_beside_its_part_and_nothing_is_sent(client, reading):
    answer = send(client, reading, ("wos", "was"), ("never askd", "was unkind to me every day"))
    assert "This changes more than the spelling." in answer.text
    assert "was unkind to me every day" in answer.text
    assert "There is a problem" in answer.text
    assert Suggestion.objects.count() == 0


def test_doing_it_again_replaces_it_and_the_old_words_take_it_off(client, reading):
    send(client, reading, ("wos", "was"))
    assert "The bus was late." in client.get(url("spelling", reading)).text
    send(client, reading, ("wos", "WAS"))
    assert [one.after for one in Suggestion.objects.all()] == ["The bus WAS late."]
    assert "taken off again" in send(client, reading).text
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize("missing", ["empty", "unchanged"])
def test_nothing_put_right_is_said_kindly(client, reading, missing):
    changes = [("The bus wos late.", "")] if missing == "empty" else []
    answer = send(client, reading, *changes)
    assert ("put the words back" if missing == "empty" else "You have not changed anything yet.") in answer.text
    assert Suggestion.objects.count() == 0


def test_words_that_changed_meanwhile_are_shown_and_the_work_is_kept(client, reading):
    data = {"digest": digest_of(reading), **texts(reading, ("wos", "was"))}
    change_words(reading)
    answer = send(client, reading, **data)
    assert answer.status_code == 409
    assert "What you wrote" in answer.text
    assert "spelling" in HalfWritten.objects.get().typed
    assert "The bus was late." in client.get(url("spelling", reading)).text


def test_a_part_that_is_not_there_is_stale(reading):
    with pytest.raises(Stale):
        tidy(case=reading.case, person=reading.champion, digest=digest_of(reading), texts={"elsewhere": "x"})


def test_only_a_reader_with_the_story_before_them_tidies(reading):
    with pytest.raises(PermissionDenied):
        tidy(case=reading.case, person=make_person(Role.CHAMPION), digest=digest_of(reading), texts={})
