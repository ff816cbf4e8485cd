"""Writing: in any language, with help for the first words, saved by itself, counted and never cut.

Requirements 8, 9 and 57.
"""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.languages import WRITTEN
from stories.enums import State
from stories.forms.helper import HelperForm
from stories.models import Submission
from stories.sending import AlreadySent
from tests.factories import make_person, make_wording
from tests.stories.sharing import STORY, begin, fill, send, url, words
from workflows.people.enums import Role
from workflows.privacy.enums import AT_SENDING

pytestmark = pytest.mark.django_db
LONGEST = 50_000


def text_of(answer) -> str:
    return answer.content.decode()


def autosave(client, **data):
    return client.post(url("words"), {**words(**data), "do": "autosave"})


@pytest.mark.parametrize("code", [code for code, _name in WRITTEN])
def test_a_story_may_be_in_any_language(client, code):
    draft = begin(client)
    assert client.post(url("words"), words(language=code)).status_code == 302
    assert Submission.objects.get(case=draft.case).language == code


def test_the_language_of_the_page_is_where_it_begins(client):
    for use in AT_SENDING:
        make_wording(use, language="gd")
    client.post("/gd/share/age/", {"band": "adult"})
    assert '<option value="gd" selected>' in text_of(client.get("/gd/share/words/"))


def test_a_language_left_out_or_made_up_changes_nothing(client):
    draft = begin(client)
    client.post(url("words"), words(language=""))
    assert "Select a valid choice" in text_of(client.post(url("words"), words(language="tlh")))
    assert Submission.objects.get(case=draft.case).language == "en"


def test_intake_names_the_language(client):
    story, _code = send(client, words=words(language="sco"))
    client.force_login(make_person(Role.SAFEGUARDING))
    assert "Scots" in text_of(client.get(reverse("stories:intake_story", args=[story.case])))


def test_words_are_counted_and_the_number_advises(client):
    fill(client)
    page = text_of(client.get(url("words")))
    assert f"<b data-words>{len(STORY.split())}</b>" in page
    assert "500 to 1,000 is a good length." in page
    refused = text_of(client.post(url("words"), words(headline="", words="three small words")))
    assert "<b data-words>3</b>" in refused


def test_own_words_turn_with_their_script(client):
    begin(client)
    page = text_of(client.get(url("words")))
    assert page.count('dir="auto"') == 2


def test_a_draft_says_when_it_expires(client):
    draft = fill(client)
    day = f"{draft.expires_on:%-d %B}"
    client.post(url("check"))
    for screen in ("words", "ten-words"):
        page = text_of(client.get(url(screen)))
        assert f"your draft until {day}" in page
        assert "Then it is destroyed." in page


def test_autosave_keeps_what_is_there_and_says_when(client):
    draft = begin(client)
    answer = autosave(client, headline="", words="Half a sen")
    assert answer.json() == {"said": f"Saved at {timezone.localtime():%H:%M}."}
    saved = Submission.objects.get(case=draft.case)
    assert (saved.words, saved.code, saved.state) == ("Half a sen", "", State.DRAFT)


def test_autosave_says_why_it_could_not(client):
    draft = fill(client)
    answer = autosave(client, headline="x" * 121)
    assert answer.status_code == 400
    assert answer.json() == {"said": "Not saved yet. Your title is too long. Use 120 characters or fewer."}
    assert Submission.objects.get(case=draft.case).words == STORY


def test_autosave_stores_nothing_once_the_story_is_sent(client):
    story, _code = send(client)
    assert autosave(client, words="Later").status_code == 409
    assert Submission.objects.get(case=story.case).words == STORY


def test_autosave_overtaken_by_the_sending_says_so(client, monkeypatch):
    fill(client)

    def overtaken(**_answers):
        raise AlreadySent

    monkeypatch.setattr("stories.views.keeping.save_answers", overtaken)
    answer = autosave(client)
    assert (answer.status_code, answer.json()) == (409, {"said": "Not saved. This story was sent in the meantime."})


def test_autosave_without_an_open_story_keeps_nothing():
    answer = autosave(Client())
    assert answer.status_code == 403
    assert Submission.objects.count() == 0


def test_help_with_writing_is_pressed_without_losing_a_word(client):
    draft = begin(client)
    answer = client.post(url("words"), {"words": "One line.", "do": "help"})
    assert answer.headers["Location"] == url("help-me-write")
    assert Submission.objects.get(case=draft.case).words == "One line."


def test_answers_become_paragraphs_after_what_was_there(client):
    draft = begin(client)
    client.post(url("words"), {"words": "One line.", "do": "help"})
    page = text_of(client.get(url("help-me-write")))
    assert page.count("<textarea") == 5
    given = {"say": "Ask twice.", "before": "It was winter.\n\nIt was long.", "helped": " "}
    assert client.post(url("help-me-write"), given).headers["Location"] == url("words")
    saved = Submission.objects.get(case=draft.case)
    assert saved.words == "One line.\n\nIt was winter.\n\nIt was long.\n\nAsk twice."
    assert "Ask twice." in text_of(client.get(url("words")))


def test_no_answer_is_needed(client):
    draft = fill(client)
    assert client.post(url("help-me-write"), {}).headers["Location"] == url("words")
    assert Submission.objects.get(case=draft.case).words == STORY


def test_answers_that_are_too_long_together_come_back(client):
    draft = fill(client)
    page = text_of(client.post(url("help-me-write"), {"felt": "Warm " + "x" * LONGEST}))
    assert "We can take 50,000 characters." in page
    page = text_of(client.post(url("help-me-write"), {"felt": "x" * 30_000, "say": "y" * 30_000}))
    assert "We can take 50,000 characters." in page
    assert "y" * 30_000 in page
    assert Submission.objects.get(case=draft.case).words == STORY


def test_words_of_concern_are_found_in_answers_too(client):
    draft = begin(client)
    client.post(url("help-me-write"), {"felt": "I wanted to die."})
    assert Submission.objects.get(case=draft.case).marked == {"words": ["wanted to die"]}


def test_help_with_writing_is_for_drafts(client):
    story, _code = send(client)
    assert client.get(url("help-me-write")).headers["Location"] == url("sent")
    late = client.post(url("help-me-write"), {"felt": "I came too late with this."})
    assert (late.status_code, "I came too late with this." in text_of(late)) == (409, True)
    assert Submission.objects.get(case=story.case).words == STORY


def test_answers_overtaken_by_the_sending_come_back(client, monkeypatch):
    fill(client)

    def overtaken(**_answers):
        raise AlreadySent

    monkeypatch.setattr("stories.views.asides.save_answers", overtaken)
    answer = client.post(url("help-me-write"), {"felt": "I came too late with this."})
    assert (answer.status_code, "I came too late with this." in text_of(answer)) == (409, True)


def test_answers_typed_behind_a_shut_door_become_paragraphs_too(client):
    draft = fill(client)
    client.get(url())
    closed = client.post(url("help-me-write"), {"felt": "Warm."})
    assert (closed.status_code, '<input type="hidden" name="step" value="help">' in text_of(closed)) == (403, True)
    opening = {"opening": "I sat at", "step": "help"}
    refused = client.post(reverse("stories:door"), {**opening, "felt": "x" * (LONGEST + 1)})
    assert "We can take 50,000 characters." in text_of(refused)
    client.get(url())
    answer = client.post(reverse("stories:door"), {**opening, "felt": "Warm."})
    assert answer.headers["Location"] == url("words")
    assert Submission.objects.get(case=draft.case).words == f"{STORY}\n\nWarm."


def test_each_question_may_be_left_out():
    form = HelperForm({}, submission=Submission(words=""))
    assert form.is_valid()
    assert form.answers() == {"words": ""}
