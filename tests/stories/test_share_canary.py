"""A canary through the whole of sharing: words, contact and code lie nowhere in plain."""

import logging
from pathlib import Path

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from stories.models import Submission
from tests.factories import make_person
from tests.stories.sharing import begin, consents, stamp, url
from workflows.people.enums import Role

CANARY = "canaryzwitscher"
SCREENS = {
    "words": {"headline": f"{CANARY}head", "words": f"{CANARY}words\n\nmore {CANARY}"},
    "name": {"appear": "chosen", "byline": f"{CANARY}name"},
    "contact": {"reach": "email", "email": f"{CANARY}@example.org", "times": f"{CANARY}times", "message": "no"},
    "adult": {"asked": "other", "by": "call", "who": f"{CANARY}who", "how": f"{CANARY}how"},
}


def every_value() -> list[str]:
    """Return every value of every column of every table, as text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [_text(value) for row in cursor.fetchall() for value in row]
    return found


def _text(value) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def share(client) -> list[str]:
    """Share a whole story with a canary in every field; return its ten words."""
    begin(client, "13-15")
    for step, data in SCREENS.items():
        assert client.post(url(step), {**data, "began": stamp()}).status_code == 302
    client.post(url("consent"), consents())
    client.post(url("check"))
    return Submission.objects.get(case=client.session["case"]).code.split()


def assert_nowhere(words: list[str], places: list[str]) -> None:
    assert [place for place in places if CANARY in place.casefold()] == []
    openings = (" ".join(words[:2]), "".join(words[:2]), " ".join(words))
    assert [place for place in places if any(opening in place for opening in openings)] == []


@pytest.mark.django_db
def test_the_scan_would_see_a_canary_in_plain():
    person = make_person(Role.EDITOR, name=CANARY)
    assert [value for value in every_value() if CANARY in value] == [person.first_name]


@pytest.mark.django_db
def test_nothing_of_a_story_lies_in_plain_while_it_is_written_and_after(client, caplog):
    make_person(Role.SAFEGUARDING)
    caplog.set_level(logging.DEBUG)
    words = share(client)
    assert_nowhere(words, every_value())
    client.post(url("ten-words"), {"do": "send", "third": words[2]})
    client.get("/en/share/")
    client.post("/en/my-story/", {"opening": " ".join(words[:2])})
    Client().post("/en/my-story/", {"code": " ".join(words)})
    assert_nowhere(words, every_value())
    logged = [f"{record.getMessage()} {record.args} {record.exc_text}" for record in caplog.records]
    assert_nowhere(words, logged)
    assert_nowhere(words, [f"{message.subject} {message.body} {message.to}" for message in mail.outbox])


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_story_lies_in_the_databases_files(client):
    words = share(client)
    client.post(url("ten-words"), {"do": "send"})
    assert Submission.objects.get().words == SCREENS["words"]["words"]
    if connection.vendor != "sqlite":
        return
    name = connection.settings_dict["NAME"]
    files = [Path(f"{name}{end}") for end in ("", "-wal")]
    raw = b"".join(file.read_bytes() for file in files if file.exists())
    assert CANARY.encode() not in raw
    assert " ".join(words[:2]).encode() not in raw


@pytest.mark.django_db
def test_an_error_while_saving_tells_no_words(client, caplog, monkeypatch):
    begin(client)

    def fail(*_args, **_kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("stories.sending.Submission.save", fail)
    client.raise_request_exception = False
    answer = client.post(url("words"), {**SCREENS["words"], "began": stamp()})
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")  # what was typed is given back to them
    assert_nowhere(["apple", "lantern"], [f"{record.getMessage()} {record.exc_text}" for record in caplog.records])
