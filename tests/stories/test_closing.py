"""Closing a story on a device that others use too. Requirement 7."""

import pytest

from stories.models import Submission
from tests.stories.sharing import fill, send

pytestmark = pytest.mark.django_db
DOOR = "/en/my-story/"
ROOM = "/en/my-story/room/"


def test_closing_leaves_nothing_of_a_story_on_the_device(client):
    send(client)
    token = client.get(ROOM).cookies["csrftoken"].value
    closed = client.post(DOOR, {"do": "close"}, follow=True)
    assert "Your story is closed." in closed.text
    assert "A story was open on this device." not in closed.text
    assert client.get(ROOM).headers["Location"] == DOOR
    assert client.cookies["csrftoken"].value != token  # what was sent from here before opens nothing now


def test_closing_a_draft_without_ten_words_only_shuts_it(client):
    draft = fill(client, before="name")
    assert "A story was open on this device." in client.post(DOOR, {"do": "close"}, follow=True).text
    assert Submission.objects.filter(case=draft.case).exists()


def test_closing_what_is_not_open_says_that_it_is_closed(client):
    assert "Your story is closed." in client.post(DOOR, {"do": "close"}, follow=True).text
