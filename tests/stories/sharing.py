"""What tests of sharing lean on: each screen's answers, and a walk through them."""

import time

from django.core import signing

from stories.forms.traps import SALT
from stories.models import Submission
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import ConsentWording

SHARE = "/en/share/"
HEADLINE = "The bus stop question"
STORY = "I sat at the bus stop.\n\nThen a friend asked twice."


def url(step: str = "") -> str:
    return f"{SHARE}{step}/" if step else SHARE


def stamp(seconds_ago: int = 60) -> str:
    """Return a form's signed birth, some time ago."""
    return signing.dumps(int(time.time()) - seconds_ago, salt=SALT)


def words(**other) -> dict:
    return {"headline": HEADLINE, "words": STORY, "began": stamp(), **other}


def consents() -> dict:
    return {use.value: ConsentWording.objects.get(use=use, language="en", version=1).pk for use in AT_SENDING}


def answers() -> dict[str, dict]:
    """Return a good answer for each step, in order."""
    return {
        "words": words(),
        "name": {"appear": "anonymous"},
        "contact": {
            "reach": "email",
            "email": "author@example.org",
            "times": "after 4",
            "message": "no",
            "others": "no",
        },
        "adult": {"asked": "other", "by": "call", "who": "Mr Bell", "how": "bell@example.org"},
        "consent": consents(),
    }


def begin(client, band: str = "16-17") -> Submission:
    """Give the age and return the draft that this starts."""
    client.post(url("age"), {"band": band})
    return Submission.objects.get(case=client.session["case"])


def fill(client, *, band: str = "16-17", before: str = "", **other) -> Submission:
    """Answer every step in order, or those before one, and return the draft. `other` replaces a step's answers."""
    submission = begin(client, band)
    for step, data in (answers() | other).items():
        if step == before:
            break
        if step != "adult" or band == "13-15":
            client.post(url(step), data)
    return Submission.objects.get(case=submission.case)


def with_code(client, **options) -> tuple[Submission, str]:
    """Answer everything and show the code; return the draft and its ten words."""
    submission = fill(client, **options)
    client.post(url("check"))
    submission = Submission.objects.get(case=submission.case)
    return submission, submission.code


def send(client, **options) -> tuple[Submission, str]:
    """Share a whole story and send it; return it and its ten words."""
    submission, code = with_code(client, **options)
    client.post(url("ten-words"), {"do": "send"})
    return Submission.objects.get(case=submission.case), code
