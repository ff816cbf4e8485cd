"""Bad input on the author's screens: a clear sentence, what was typed given back, never a 500, nothing doubled.

Requirement 8.
"""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stories.forms.adult import AdultForm
from stories.forms.contact import ContactForm
from stories.forms.fields import plain_text
from stories.forms.words import NameForm, WordsForm
from stories.models import Submission
from tests.stories.sharing import HEADLINE, STORY, answers, begin, fill, stamp, url, words
from workflows.people.enums import Band

TOO_LONG = "Your story is longer than we can take in one go."
NUL = "Your text had a hidden character that we can’t keep."


def form(kind, data, *, submission=None, partial=False):
    return kind(data, submission=submission or Submission(band=Band.ADULT), partial=partial)


@pytest.mark.django_db
def test_too_long_a_story_is_refused_kindly_with_the_text(client):
    draft = begin(client)
    page = client.post(url("words"), words(words="a" * 50_001)).content.decode()
    assert TOO_LONG in page
    assert "a" * 50_001 in page
    assert Submission.objects.get(case=draft.case).words == ""


@pytest.mark.django_db
def test_fifty_thousand_characters_are_taken(client):
    draft = begin(client)
    assert client.post(url("words"), words(words="😀" * 50_000)).status_code == 302
    assert Submission.objects.get(case=draft.case).words == "😀" * 50_000


@pytest.mark.django_db
def test_too_long_to_save_for_later_is_given_back_too(client):
    begin(client)
    page = client.post(url("words"), {"headline": "x" * 121, "words": STORY, "do": "save"}).content.decode()
    assert "Your title is too long. Use 120 characters or fewer." in page
    assert "x" * 121 in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("words", "headline"),
        ("words", "words"),
        ("name", "byline"),
        ("contact", "email"),
        ("contact", "times"),
        ("adult", "who"),
        ("adult", "how"),
    ],
)
def test_a_nul_is_refused_once_and_the_text_comes_back_without_it(client, step, name):
    fill(client, band="13-15", before=step)
    data = {**answers()[step], name: "be\x00fore@example.org"}
    if step == "name":
        data["appear"] = "chosen"
    page = client.post(url(step), data).content.decode()
    assert NUL in page
    assert "before@example.org" in page
    assert "\x00" not in page
    assert client.post(url(step), {**data, name: "before@example.org"}).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("step", "name"), [("age", "band"), ("name", "appear"), ("contact", "reach"), ("adult", "asked")]
)
def test_choices_that_are_none_of_ours_are_refused(client, step, name):
    fill(client, band="13-15")
    before = Submission.objects.values().get()
    for value in ("\x00", "nonsense", "x" * 5000):
        answer = client.post(url(step), {name: value})
        assert answer.status_code == 200
        assert "errorlist" in answer.content.decode()
    assert Submission.objects.values().get() == before


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["\x00", "\x1b[31m", "💥" * 100, "x" * 501])
def test_the_door_and_the_code_take_any_text(client, value):
    for name in ("code", "opening"):
        assert client.post("/en/my-story/", {name: value}).status_code == 200
    fill(client)
    client.post(url("check"))
    assert client.post(url("ten-words"), {"do": "send", "third": value}).status_code == 200


def test_new_lines_are_one_sign_and_controls_go():
    assert plain_text("one\r\ntwo\rthree\x07\x1b\x7f\tfour\u0085") == "one\ntwo\nthree\tfour"
    assert plain_text("e\u0301") == "\u00e9"
    assert plain_text("👩‍👩‍👧 سلام \u202bعربي\u202c") == "👩‍👩‍👧 سلام \u202bعربي\u202c"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["قصتي\r\n\r\nجزء ثان", "👩‍👩‍👧\r\nfamily", "<script>alert(1)</script>", "{{ 7*7 }} {% debug %}"]
)
def test_any_writing_is_kept_as_it_is_and_shown_as_text(client, text):
    draft = begin(client)
    client.post(url("words"), words(headline=text.split("\r\n")[0][:50], words=text))
    assert Submission.objects.get(case=draft.case).words == text.replace("\r\n", "\n")
    assert "<script>alert" not in client.get(url("words")).content.decode()


def test_words_are_written_in_their_own_direction():
    shown = form(WordsForm, None)
    assert shown.fields["words"].widget.attrs["dir"] == "auto"
    assert shown.fields["headline"].widget.attrs["dir"] == "auto"
    assert "maxlength" not in str(shown["words"])
    assert "maxlength" not in str(shown["headline"])


@pytest.mark.django_db
def test_a_filled_trap_is_answered_kindly_and_emptied(client):
    begin(client)
    page = client.post(url("words"), words(website="http://spam.example")).content.decode()
    assert "Something filled in a part of this page that people don’t see." in page
    assert STORY.split("\n")[0] in page
    assert "spam.example" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("began", [str, lambda now: "", lambda now: "forged", lambda now: now[:-3] + "xyz"])
def test_a_form_sent_at_once_is_asked_for_again(client, began):
    begin(client)
    page = client.post(url("words"), words(began=began(stamp(0)))).content.decode()
    assert "That was very quick, so we stopped to check. Nothing is lost." in page
    assert STORY.split("\n")[0] in page


@pytest.mark.django_db
def test_a_forged_stamp_is_replaced_and_an_honest_one_kept():
    assert form(WordsForm, words(began="forged"))["began"].value() != "forged"
    honest = stamp(1)
    assert form(WordsForm, words(began=honest))["began"].value() == honest


@pytest.mark.django_db
def test_the_second_press_is_taken_three_seconds_later(client):
    draft = begin(client)
    client.post(url("words"), words(began=stamp(0)))
    assert client.post(url("words"), words(began=stamp(3))).status_code == 302
    assert Submission.objects.get(case=draft.case).headline == HEADLINE


@pytest.mark.django_db
def test_changing_ones_words_is_never_too_quick(client):
    fill(client)
    assert client.post(url("words"), words(began=stamp(0))).status_code == 302


@pytest.mark.django_db
def test_a_foreign_token_sends_nothing_and_gives_the_story_back():
    client = Client(enforce_csrf_checks=True)
    client.get(url("age"))
    client.post(url("age"), {"band": "adult", "csrfmiddlewaretoken": client.cookies["csrftoken"].value})
    answer = client.post(url("words"), words(csrfmiddlewaretoken="f" * 64))
    assert answer.status_code == 403
    assert STORY.split("\n")[0] in answer.content.decode()
    assert Submission.objects.get().words == ""


@pytest.mark.django_db
def test_a_foreign_token_never_shows_a_code_again():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/en/my-story/", {"code": "apple lantern " * 5, "csrfmiddlewaretoken": "f" * 64})
    assert answer.status_code == 403
    assert "lantern" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/share/", "/en/share/sent/", "/en/share/what-happens/"])
def test_pages_to_read_take_no_form(client, path):
    fill(client)
    assert client.post(path, {}).status_code == 405


@pytest.mark.parametrize(
    ("data", "mistakes"),
    [
        ({}, {"reach": "Choose how we can reach you, or that we should not."}),
        ({"reach": "none", "email": "not an address", "text": "\x00"}, {}),
        ({"reach": "text"}, {"text": "Write the number we can text."}),
        ({"reach": "call"}, {"call": "Write the number we can call."}),
        ({"reach": "email"}, {"email": "Write your email address."}),
        ({"reach": "adult"}, {"adult": "Write who we can go through, and how to reach them."}),
        ({"reach": "email", "email": "name@"}, {"email": "Write an email address in full, like name@example.org."}),
        (
            {"reach": "text", "text": "call me"},
            {"text": "Write a phone number, like 07700 900123. Use only digits, blanks and +."},
        ),
        (
            {"reach": "call", "call": "12345"},
            {"call": "Write a phone number, like 07700 900123. Use only digits, blanks and +."},
        ),
        ({"reach": "call", "call": "+44 (1632) 960-123"}, {}),
        ({"reach": "adult", "adult": "x" * 201}, {"adult": "That is too long. Use 200 characters or fewer."}),
    ],
)
def test_only_the_chosen_way_of_contact_is_checked(data, mistakes):
    assert {name: texts[0] for name, texts in form(ContactForm, data).errors.items()} == mistakes


def test_only_the_chosen_way_of_contact_is_kept():
    filled = form(ContactForm, {"reach": "call", "call": "01632 960123", "email": "a@example.org", "message": "yes"})
    assert filled.is_valid()
    assert filled.answers() == {"reach": "call", "contact": {"value": "01632 960123", "message": "yes"}}
    nobody = form(ContactForm, {"reach": "none", "email": "a@example.org", "times": "always"})
    assert nobody.is_valid()
    assert nobody.answers() == {"reach": "none", "contact": {}}


def test_an_adult_named_before_stays_when_the_contact_changes():
    before = Submission(band=Band.B13_15, contact={"value": "x", "adult": {"asked": "cannot"}})
    filled = form(ContactForm, {"reach": "none"}, submission=before)
    assert filled.is_valid()
    assert filled.answers()["contact"] == {"adult": {"asked": "cannot"}}


ADULT = {"asked": "other", "by": "call", "who": "Gran", "how": "y"}


@pytest.mark.parametrize(
    ("data", "mistakes", "kept"),
    [
        ({}, {"asked": "Choose one. All of them are all right."}, None),
        ({"asked": "parent"}, {"by": "Choose how we should ask them."}, None),
        ({"asked": "parent", "by": "link", "who": "x" * 201}, {}, {"asked": "parent", "by": "link"}),
        (
            {"asked": "other", "by": "call"},
            {"who": "Write who they are.", "how": "Write how we can reach them."},
            None,
        ),
        (
            {"asked": "other", "by": "call", "who": "x" * 201, "how": "y"},
            {"who": "That is too long. Use 200 characters or fewer."},
            None,
        ),
        ({"asked": "other", "by": "call", "who": "Gran", "how": "y"}, {}, ADULT),
        ({"asked": "cannot", "by": "call", "who": "Gran"}, {}, {"asked": "cannot"}),
        ({"asked": "cannot", "safe": "Ms Reid"}, {}, {"asked": "cannot", "safe": "Ms Reid"}),
    ],
)
def test_the_adults_form(data, mistakes, kept):
    filled = form(AdultForm, data)
    assert {name: texts[0] for name, texts in filled.errors.items()} == mistakes
    if kept:
        assert filled.answers() == {"contact": {"adult": kept}}


@pytest.mark.parametrize(
    ("data", "mistakes"),
    [
        ({}, {"appear": "Choose how you would like to appear."}),
        ({"appear": "anonymous", "byline": "Mirren"}, {}),
        ({"appear": "chosen"}, {"byline": "Write the name to show, or choose “With no name”."}),
        ({"appear": "chosen", "byline": "x" * 61}, {"byline": "That name is too long. Use 60 characters or fewer."}),
    ],
)
def test_the_names_form(data, mistakes):
    filled = form(NameForm, data)
    assert {name: texts[0] for name, texts in filled.errors.items()} == mistakes


def test_no_name_is_kept_where_none_is_wanted():
    filled = form(NameForm, {"appear": "anonymous", "byline": "Mirren"})
    assert filled.is_valid()
    assert filled.answers() == {"appear": "anonymous", "byline": ""}


class AnyText(TestCase):
    @hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(max_size=200), st.text(max_size=400))
    def test_any_title_and_story_are_taken_or_explained(self, headline, text):
        draft = begin(Client()) if not Submission.objects.exists() else Submission.objects.get()
        filled = form(WordsForm, words(headline=headline, words=text), submission=draft)
        if filled.is_valid():
            assert "\x00" not in filled.answers()["headline"] + filled.answers()["words"]
        else:
            assert all(texts for texts in filled.errors.values())
