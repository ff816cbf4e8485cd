"""Any text at all through every field an author writes in: kept as a reader should get it back, or refused in words.

Requirements 6, 8 and 57.
"""

import html
import unicodedata
from urllib.parse import quote_plus

import pytest
from django.test import Client
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from stories.actions import accept
from stories.attempts import LIMITS
from stories.claims import Claim
from stories.forms.my_story import LONGEST_MESSAGE
from stories.forms.words import HEADLINE_LONGEST, STORY_LONGEST
from stories.models import Attempt, Complaint, Message, StoryPage, Submission, as_body
from tests.factories import make_person, make_public_story, make_submission
from workflows.people.enums import Band, Role
from workflows.safeguarding.models import PageReport

from .room import enter, text_of
from .sharing import answers, begin, fill, stamp, url

pytestmark = pytest.mark.django_db
few = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
NASTY = [
    *("\r\n", "\n\n", "\r", "\t", " ", "\u00a0", "\u2028", "\u3000", "\x07", "\x1b[31m", "\x7f", "\u0085", "\ufeff"),
    *(
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u200d",
        "\u00ad",
        "e\u0301",
        "\u0340",
        "ﬁ",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "\U0010ffff",
        "\ue000",
    ),
    *(
        "<b>",
        "</textarea>",
        "{{ 7*7 }}",
        "{% now 'Y' %}",
        "%(x)s",
        "%s",
        "{0}",
        "&amp;",
        "'",
        '"',
        "\\",
        "--",
        "سلام",
        "Zażółć",
        "日本語",
    ),
]
texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), max_size=8).map("".join)
SURROGATES = [b"%ED%A0%80", b"%ED%BF%BF", b"%FF%FE", b"%C0%AF"]  # no UTF-8: what a broken browser may send


def expected(text: str) -> str:
    """Return what a reader should get back of a text: all of it but its outer blanks and what no screen can show."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept).strip() if is_seen(kept) else ""


def is_seen(text: str) -> bool:
    """Tell whether a text has one sign that anybody can see."""
    return any(unicodedata.category(sign) not in ("Cc", "Cf", "Zs", "Zl", "Zp") for sign in text)


def in_step(step: str, name: str, *, kept, **more):
    """Return how a field of a step is filled in, and how what is kept of it is read."""

    def send(client, text):
        return client.post(url(step), {**answers()[step], "began": stamp(), **more, name: text})

    return send, lambda client: kept(Submission.objects.get(case=client.session["case"]))


def adult(part: str):
    return lambda submission: submission.contact.get("adult", {}).get(part, "")


FIELDS = {
    "title": in_step("words", "headline", kept=lambda row: row.headline),
    "story": in_step("words", "words", kept=lambda row: row.words),
    "name": in_step("name", "byline", kept=lambda row: row.byline, appear="chosen"),
    "times": in_step("contact", "times", kept=lambda row: row.contact.get("times", "")),
    "who to go through": in_step(
        "contact", "adult", kept=lambda row: row.contact.get("value", "") if row.reach == "adult" else "", reach="adult"
    ),
    "who the adult is": in_step("adult", "who", kept=adult("who")),
    "how to reach the adult": in_step("adult", "how", kept=adult("how")),
    "how to reach me about it": in_step("adult", "safe", kept=adult("safe"), asked="cannot"),
}


@pytest.mark.parametrize(("send", "kept"), FIELDS.values(), ids=FIELDS)
@few
@given(texts)
@example("a\x00b")
@example("\u200b\u2060")
@example("\x07 between")
@example(" \r\n\r\nfirst\r\n\r\n\r\nlast \u00a0")
@example("x" * (STORY_LONGEST + 1))
def test_every_field_of_sharing_keeps_what_was_typed(client, send, kept, text):
    if "case" not in client.session:
        fill(client, band=Band.B13_15)
    before = kept(client)
    answer = send(client, text)
    if answer.status_code == 302:
        assert kept(client) == expected(text)
    else:
        assert answer.status_code == 200
        assert all(str(said) for said in answer.context["form"].errors.values())
        assert kept(client) == before
        assume("\x00" not in text)
        assert not expected(text) or len(expected(text)) > 60


@few
@given(texts, st.sampled_from(SURROGATES), texts)
def test_bytes_that_are_no_text_are_shown_as_such_and_break_nothing(client, before, wrong, after):
    assume("\x00" not in before + after)
    if "case" not in client.session:
        begin(client, Band.ADULT)
    typed = f"x{before}".encode(), f"{after}x".encode()
    body = b"headline=A+title&began=" + stamp().encode() + b"&words=" + quote_plus(typed[0]).encode() + wrong
    body += quote_plus(typed[1]).encode()
    answer = client.post(url("words"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 302
    kept = Submission.objects.get(case=client.session["case"]).words
    assert "\ufffd" in kept
    assert kept.replace("\ufffd", "") == expected(f"x{before}{after}x").replace("\ufffd", "")


@few
@given(st.lists(texts, min_size=5, max_size=5))
def test_answers_to_gentle_questions_become_parts_in_their_order(parts):
    assume("\x00" not in "".join(parts))
    client = Client()
    begin(client, Band.ADULT)
    names = ("before", "felt", "others", "helped", "say")
    assert client.post(url("help-me-write"), dict(zip(names, parts, strict=True))).status_code == 302
    kept = Submission.objects.get(case=client.session["case"]).words
    assert kept == "\n\n".join(expected(part) for part in parts if expected(part))


OPEN_TO_ALL = {
    "complaint": ("/en/complain/data/", {}, "text", Complaint),
    "report": ("/en/report/", {"wrong": "other"}, "text", PageReport),
    "lost words": ("/en/my-story/lost/", {"reach": "01632 960123"}, "remembered", Claim),
}


@pytest.mark.parametrize(("address", "data", "name", "model"), OPEN_TO_ALL.values(), ids=OPEN_TO_ALL)
@few
@given(texts)
def test_every_form_that_is_open_to_all_keeps_what_was_typed(address, data, name, model, text):
    Attempt.objects.all().delete()
    model.objects.all().delete()
    answer = Client().post(address, {**data, "began": stamp(), name: text})
    assert answer.status_code in (200, 302)
    assert [getattr(row, name) for row in model.objects.all()] == (
        [expected(text)] if answer.status_code == 302 else []
    )
    assert answer.status_code == 302 or "\x00" in text or not expected(text)


@few
@given(texts)
@example("x" * (LONGEST_MESSAGE + 1))
def test_a_message_says_what_its_author_typed(client, text):
    case = make_submission().case
    enter(client, case)
    answer = client.post("/en/my-story/message/", {"text": text})
    said = list(Message.objects.filter(submission=case))
    assert [row.text for row in said] == ([expected(text)] if answer.status_code == 302 else [])
    assert (answer.status_code == 302) == bool(expected(text) and "\x00" not in text and len(text) <= LONGEST_MESSAGE)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts, texts)
def test_what_was_sent_is_what_champions_read(headline, words):
    headline, words = expected(f"T{headline}")[:HEADLINE_LONGEST].strip(), expected(f"{words} end")
    keeper = make_person(Role.SAFEGUARDING)
    page = accept(case=make_submission(headline=headline, words=words, band=Band.ADULT).case, person=keeper)
    read = StoryPage.objects.get(pk=page.pk)
    assert read.headline == headline
    assert [text for _key, text in read.paragraphs] == [part.strip() for part in words.split("\n\n") if part.strip()]


@few
@given(texts)
def test_what_is_public_reads_as_it_was_sealed(client, text):
    text = expected(f"a {text} z")
    page = make_public_story(body=as_body({"4f3ab8a2-9f0f-4f1f-8a53-58c6ff2f6a07": text}), headline="A title")
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert " ".join(html.unescape(html.escape(text)).split()) in " ".join(text_of(answer).split())


def test_the_limits_of_these_forms_are_counted_apart():
    assert {"complaint", "report", "claim"} <= LIMITS.keys()
