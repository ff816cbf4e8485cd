"""Codes of nobody, taken back, erased and run out answer alike: same page, same headers, same work. Requirement 13."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stories.actions import take_back
from stories.codes import new_code
from stories.endings import erase_expired
from stories.models import Attempt, Submission
from workflows.privacy.actions import erase
from workflows.privacy.keyring import KeyRing

from .room import freeze
from .sharing import send, with_code

pytestmark = pytest.mark.django_db
DOOR = "/en/my-story/"
UNKNOWN = "We don’t know these ten words."


def _never_made():
    return new_code()


def _taken_back():
    story, code = send(Client())
    take_back(case=story.case)
    return code


def _taken_back_while_paused():
    story, code = send(Client())
    freeze(story.case)
    take_back(case=story.case)
    assert Submission.objects.filter(case=story.case).exists()
    return code


def _erased():
    story, code = send(Client())
    erase(case=story.case)
    return code


def _run_out(*, swept: bool):
    draft, code = with_code(Client())
    Submission.objects.filter(case=draft.case).update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    if swept:
        erase_expired()
    assert Submission.objects.filter(case=draft.case).exists() != swept
    return code


ENDED = {
    "never made": _never_made,
    "taken back": _taken_back,
    "taken back while paused": _taken_back_while_paused,
    "erased": _erased,
    "run out": lambda: _run_out(swept=False),
    "run out and swept": lambda: _run_out(swept=True),
}


def answer_to(code: str, monkeypatch) -> dict:
    """Type a code on a phone that was never here. Returns all that can be seen of the answer, and the work behind it.

    What is another on every request is left out: the form's token, and the ten words as they were typed.
    """
    Attempt.objects.all().delete()
    phone, hashed = Client(), []
    fingerprint = KeyRing.fingerprint
    with monkeypatch.context() as counted, CaptureQueriesContext(connection) as asked:
        counted.setattr(KeyRing, "fingerprint", lambda *given: hashed.append(given[1]) or fingerprint(*given))
        answer = phone.post(DOOR, {"code": code})
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.text).replace(code, "")
    cookies = [{**cookie, "name": name} for name, cookie in answer.cookies.items()]
    return {
        "status": answer.status_code,
        "headers": dict(answer.headers) | {"Content-Length": len(body)},
        "cookies": [{name: value for name, value in cookie.items() if name != "expires"} for cookie in cookies],
        "body": body,
        "work": [_shape(query["sql"]) for query in asked],
        "hashes": [name.split()[0] for name in hashed],
    }


def _shape(sql: str) -> str:
    """Return a statement without its values."""
    return re.sub(r"'[^']*'|\b\d+\b|s\d+_x\d+", "?", sql)


@pytest.mark.parametrize("ended", ENDED.values(), ids=ENDED)
def test_every_code_that_opens_nothing_answers_alike(ended, monkeypatch):
    code = ended()
    answer_to(new_code(), monkeypatch)  # what the site reads once is read
    expected, found = answer_to(_never_made(), monkeypatch), answer_to(code, monkeypatch)
    assert found == expected
    assert UNKNOWN in found["body"]
    assert found["hashes"] == ["network", "code"]


def test_a_code_that_opens_something_answers_otherwise(monkeypatch):
    _story, code = send(Client())
    assert answer_to(code, monkeypatch)["status"] == 302
