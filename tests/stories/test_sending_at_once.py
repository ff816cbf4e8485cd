"""Fifty presses of "Send your story" at the same moment, on real threads and real commits: one story, sent once.

Each is a whole request, with the same session, as from a phone that lost its network and tries again and again.
Requirement 11.
"""

import re
import threading

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from stories.codes import hash_code
from stories.models import AdultLink, Submission
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.privacy.enums import AT_SENDING, LetterKind
from workflows.privacy.models import CaseKey, Consent, Letter

from .sharing import fill, url, with_code

PRESSES = 50


def presses(client, screen: str, data: dict) -> list:
    """Press a button fifty times at once. Returns where each led, or what it raised."""
    ready, found = threading.Barrier(PRESSES), []

    def press():
        phone = Client()
        phone.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        try:
            ready.wait(60)
            found.append(phone.post(url(screen), data).headers.get("Location"))
        except Exception as error:  # noqa: BLE001  (a thread's failure must reach the test)
            found.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _number in range(PRESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return found


@pytest.mark.django_db(transaction=True)
def test_fifty_presses_at_once_send_one_story_once(client):
    keepers = [make_person(Role.SAFEGUARDING) for _number in range(2)]
    adult = {"asked": "parent", "by": "link"}
    draft, _code = with_code(client, band="13-15", adult=adult)
    assert presses(client, "ten-words", {"do": "send"}) == [url("sent")] * PRESSES
    story = Submission.objects.get()
    assert (story.case, story.state, story.code) == (draft.case, "sent", "")
    assert sorted(Consent.objects.values_list("case", "use")) == sorted((story.case, use.value) for use in AT_SENDING)
    assert list(AgeMark.objects.values_list("case", "band")) == [(story.case, "13-15")]
    assert [link.submission_id for link in AdultLink.objects.all()] == [story.case]
    assert [row.case for row in CaseKey.objects.all()] == [story.case]
    told = sorted(Letter.objects.values_list("kind", "person"), key=str)
    assert told == sorted(
        [(LetterKind.STORY_RECEIVED, None), *((LetterKind.STORY_SENT, person.pk) for person in keepers)], key=str
    )


@pytest.mark.django_db(transaction=True)
def test_fifty_presses_on_the_last_answers_show_one_code(client):
    draft = fill(client)
    assert presses(client, "check", {}) == [url("ten-words")] * PRESSES
    story, shown = Submission.objects.get(case=draft.case), client.get(url("ten-words")).text
    assert " ".join(re.findall("<li>([a-z]+)</li>", shown)) == story.code
    assert (story.state, story.code_hash) == ("draft", hash_code(story.code))
