"""Sharing, the door and complaining leave no address, no browser's name, no code and no word in logs or plain rows.

Requirement 64.
"""

import logging

import pytest

from stories.codes import new_code
from tests.scan import find_in_database, find_in_logs, find_in_mail
from tests.stories.sharing import send, stamp, words

pytestmark = pytest.mark.django_db
ADDRESS, BROWSER, WORDS = "203.0.113.77", "zqxbrowser", "zqxwords"


@pytest.fixture
def visitor(client, caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # a developer's own, never on in production
    client.defaults |= {"REMOTE_ADDR": ADDRESS, "HTTP_USER_AGENT": BROWSER, "HTTP_X_FORWARDED_FOR": ADDRESS}
    return client


def share(visitor):
    return send(visitor)[1]


def open_the_door(visitor):
    for code in [new_code() for _number in range(12)]:  # two more than are let through
        visitor.post("/en/my-story/", {"code": code, "words": WORDS})
    return code


def be_refused(visitor):
    visitor.post("/en/share/words/", words(words=WORDS))
    visitor.post("/en/my-story/room/", {"text": WORDS})
    visitor.get("/en/nothing-here/")
    visitor.post("/en/complain/data/", {"text": f"\x00{WORDS}", "address": WORDS})
    return WORDS


def complain(visitor):
    visitor.post("/en/complain/data/", {"text": WORDS, "began": stamp()})
    return WORDS


@pytest.mark.parametrize("do", [share, open_the_door, be_refused, complain])
def test_nothing_of_a_visitor_is_written_down(visitor, do, caplog, mailoutbox):
    code = do(visitor)
    for trace in (ADDRESS, BROWSER, WORDS, code, " ".join(code.split()[:2])):
        assert find_in_logs(trace, caplog) == find_in_mail(trace, mailoutbox) == find_in_database(trace) == []


def test_a_trace_in_a_log_would_be_found(visitor, caplog):
    logging.getLogger("django.request").warning("from %s", ADDRESS)
    assert find_in_logs(ADDRESS, caplog) == ["django.request", "formatted"]
