"""A full disk, a database that is away: a clear page, the text given back, and all is well once there is room again."""

import sqlite3

import pytest
from django.db import OperationalError
from django.test import Client

from stories.models import Submission
from stories.sending import start_draft
from stories.sessions import KEYS
from workflows.people.enums import Band

from .sharing import url, words

pytestmark = pytest.mark.django_db
TEXT = "Then my friend asked twice, and I said how it really was. <b>That</b> was the day."
FULL = OperationalError("database or disk is full")


@pytest.fixture
def client():
    client = Client(raise_request_exception=False)
    session = client.session
    session.update({KEYS[0]: str(start_draft(band=Band.B16_17, language="en").case), KEYS[1]: 9_999_999_999})
    session.save()
    return client


def write(client):
    return client.post(url("words"), words(words=TEXT, code="a" * 60))


@pytest.mark.parametrize("error", [FULL, OSError(28, "No space left on device"), ValueError("a mistake of ours")])
def test_what_was_typed_comes_back_when_it_cannot_be_kept(client, monkeypatch, error):
    def fails(**answers):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("stories.views.share.save_answers", fails)
        answer = write(client)
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "300", "no-store")
    html = answer.content.decode()
    assert "We could not keep that" in html
    assert "and I said how it really was. &lt;b&gt;That" in html
    assert "a" * 60 not in html  # never a code
    assert write(client).status_code == 302  # there is room again, and nothing was started anew
    assert Submission.objects.get().words.startswith("Then my friend")


def test_a_failure_without_a_text_is_the_plain_page(client, monkeypatch):
    def fails(*words, **options):
        raise FULL

    monkeypatch.setattr("stories.views.share.save_answers", fails)
    answer = client.post(url("words"), words(words="x"))
    assert answer.status_code == 500
    assert b"We could not keep that" not in answer.content


def test_the_plain_page_stands_in_where_the_page_with_the_text_cannot_be_made(client, monkeypatch):
    def fails(*words, **options):
        raise FULL

    monkeypatch.setattr("stories.views.share.save_answers", fails)
    monkeypatch.setattr("home.errors.render_to_string", fails)
    assert write(client).status_code == 500


def test_a_full_database_says_so_as_here(tmp_path):
    """What SQLite raises is what these tests raise: a file that may not grow."""
    with sqlite3.connect(tmp_path / "full.sqlite3") as full:
        full.execute("PRAGMA max_page_count=2")
        with pytest.raises(sqlite3.OperationalError, match=str(FULL)):
            full.execute("CREATE TABLE a AS SELECT hex(randomblob(99999))")
    full.close()
