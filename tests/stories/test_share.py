"""The screens of sharing: their order, what each keeps, and how the story is sent.

Requirements 1, 2, 3, 6, 16 and 56.
"""

import pytest
from django.apps import apps
from django.utils import timezone

from stories.enums import Appear, Reach, State
from stories.models import Submission
from stories.sharing import Sharing
from tests.factories import make_person, make_wording
from tests.stories.sharing import HEADLINE, STORY, answers, begin, consents, fill, send, url, with_code, words
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark
from workflows.privacy.enums import AT_SENDING, Use
from workflows.privacy.models import CaseKey, Consent, ConsentWording

pytestmark = pytest.mark.django_db


def rows() -> dict[str, int]:
    """Count the rows of every table."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models(include_auto_created=True)}


def test_not_today_has_the_weight_of_yes(client):
    page = client.get(url()).content.decode()
    assert page.count('class="btn plain"') == 2
    assert 'href="/en/share/what-happens/"' in page
    assert 'href="/en/share/not-today/"' in page


@pytest.mark.parametrize("screen", ["", "what-happens", "not-today", "not-yet", "saved", "age"])
def test_screens_before_the_age_leave_no_row_and_no_session(client, screen):
    before = rows()
    answer = client.get(url(screen))
    assert answer.status_code == 200
    assert set(answer.cookies) <= {"csrftoken"}
    assert rows() == before


def test_under_13_leaves_no_row_in_any_table(client):
    client.get(url("age"))
    before = rows()
    answer = client.post(url("age"), {"band": "under-13"}, follow=True)
    assert answer.redirect_chain == [("/en/share/not-yet/", 302)]
    assert "0800 1111" in answer.content.decode()
    assert set(client.cookies) <= {"csrftoken"}
    assert rows() == before


def test_under_13_after_all_erases_the_draft(client):
    draft = begin(client)
    answer = client.post(url("age"), {"band": "under-13"})
    assert answer.headers["Location"] == "/en/share/not-yet/"
    assert not Submission.objects.filter(case=draft.case).exists()
    assert not CaseKey.objects.filter(case=draft.case).exists()
    assert dict(client.session) == {}


@pytest.mark.parametrize("band", ["13-15", "16-17", "adult"])
def test_from_13_on_a_draft_with_a_key_begins(client, band):
    answer = client.post(url("age"), {"band": band})
    assert answer.headers["Location"] == "/en/share/words/"
    draft = Submission.objects.get()
    assert (draft.band, draft.state, draft.language) == (band, State.DRAFT, "en")
    assert CaseKey.objects.filter(case=draft.case).exists()


def test_age_is_needed(client):
    page = client.post(url("age"), {}).content.decode()
    assert "Choose how old you are." in page
    assert Submission.objects.count() == 0


def test_back_to_the_age_changes_the_same_draft(client):
    draft = fill(client, band="13-15", before="consent")
    client.post(url("age"), {"band": "adult"})
    changed = Submission.objects.get()
    assert (changed.case, changed.band, changed.headline) == (draft.case, Band.ADULT, HEADLINE)
    assert changed.contact == {"value": "author@example.org", "times": "after 4", "message": "no", "others": "no"}


@pytest.mark.parametrize("band", ["13-15", "16-17"])
def test_each_step_leads_to_the_next(client, band):
    begin(client, band)
    steps = [step for step in answers() if step != "adult" or band == "13-15"]
    led = [client.post(url(step), answers()[step]).headers["Location"] for step in steps]
    assert led == [*(url(step) for step in steps[1:]), "/en/share/check/"]


@pytest.mark.parametrize("step", ["name", "contact", "consent", "check", "ten-words", "sent"])
def test_a_step_out_of_order_leads_to_the_first_missing(client, step):
    begin(client)
    answer = client.get(url(step), follow=True)
    assert answer.redirect_chain[-1][0] == "/en/share/words/"


def test_a_stale_step_posted_out_of_order_keeps_what_was_there(client):
    draft = fill(client, before="contact")
    answer = client.post(url("consent"), consents())
    assert answer.headers["Location"] == "/en/share/contact/"
    assert Submission.objects.get(case=draft.case).headline == HEADLINE


@pytest.mark.parametrize(("asks", "leads"), [(False, "/en/share/check/"), (True, None)])
def test_at_16_and_17_an_adult_is_asked_for_where_the_charity_says_so(client, asks, leads):
    fill(client, band="16-17")
    Sharing.objects.update(asks_adult_16_17=asks)
    assert client.get(url("adult")).headers.get("Location") == leads
    assert ("An adult who knows" in client.get(url("check"), follow=True).content.decode()) is asks


def test_adults_are_never_asked_for_an_adult(client):
    fill(client, band="adult")
    Sharing.objects.update(asks_adult_16_17=True)
    assert client.get(url("adult")).headers["Location"] == "/en/share/check/"


def test_back_shows_what_was_answered(client):
    fill(client, band="13-15")
    assert HEADLINE in client.get(url("words")).content.decode()
    assert 'value="author@example.org"' in client.get(url("contact")).content.decode()
    assert 'value="Mr Bell"' in client.get(url("adult")).content.decode()


def test_boxes_of_consent_are_never_ticked_in_advance(client):
    fill(client)
    assert "checked" not in client.get(url("consent")).content.decode()


def test_change_returns_to_the_answers(client):
    fill(client)
    answer = client.post(url("name") + "?change", {"appear": "chosen", "byline": "Mirren"})
    assert answer.headers["Location"] == "/en/share/check/"
    page = client.get(url("check")).content.decode()
    assert "Mirren" in page
    assert 'href="/en/share/words/?change"' in page


def test_change_that_leaves_a_gap_leads_to_it(client):
    draft = fill(client, band="16-17")
    client.post(url("age"), {"band": "13-15"})
    assert client.get(url("check")).headers["Location"] == "/en/share/adult/"
    assert Submission.objects.get(case=draft.case).words == STORY


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reach": Reach.NONE, "contact": {}}, ["Please don’t contact me"]),
        (
            {"reach": Reach.CALL, "contact": {"value": "01632 960123", "message": "yes", "others": "unsure"}},
            ["We can leave a message.", "You’re not sure if someone else reads or hears it."],
        ),
        ({"reach": Reach.ADULT, "contact": {"value": "Ms Reid", "message": "no"}}, ["Ms Reid"]),
        ({"band": Band.B13_15, "contact": {"value": "x", "adult": {"asked": "cannot"}}}, ["I can’t ask at home"]),
        (
            {
                "band": Band.B13_15,
                "contact": {"value": "x", "adult": {"asked": "other", "by": "call", "who": "Gran", "how": "y"}},
            },
            ["Another adult I trust", "We call or email them.", "Gran"],
        ),
        (
            {"band": Band.B13_15, "contact": {"value": "x", "adult": {"asked": "carer", "by": "link"}}},
            ["Someone else who looks after me", "You get a link for them."],
        ),
    ],
)
def test_answers_to_check_read_as_they_were_given(client, change, said):
    draft = fill(client)
    for name, value in change.items():
        setattr(draft, name, value)
    draft.save()
    page = client.get(url("check")).content.decode()
    assert [text for text in said if text not in page] == []


def test_save_and_come_back_keeps_what_is_there_and_shows_the_code(client):
    draft = begin(client)
    answer = client.post(url("words"), {"words": STORY, "do": "save"})
    assert answer.headers["Location"] == "/en/share/ten-words/"
    saved = Submission.objects.get(case=draft.case)
    assert (saved.headline, saved.words) == ("", STORY)
    page = client.get(url("ten-words")).content.decode()
    assert [word for word in saved.code.split() if f"<li>{word}</li>" not in page] == []
    assert "Go on writing" in page
    assert "Send my story" not in page


@pytest.mark.parametrize("step", ["name", "contact", "adult", "consent"])
def test_any_step_can_be_saved_half_done(client, step):
    fill(client, band="13-15", before=step)
    assert client.post(url(step), {"do": "save"}).headers["Location"] == "/en/share/ten-words/"


def test_half_a_contact_is_kept_but_not_enough(client):
    draft = fill(client, before="contact")
    client.post(url("contact"), {"reach": "text", "do": "save"})
    assert Submission.objects.get(case=draft.case).reach == Reach.TEXT
    assert client.get(url("check")).headers["Location"] == "/en/share/contact/"


def test_the_code_stays_the_same_until_it_is_kept(client):
    draft, code = with_code(client)
    client.post(url("check"))
    client.post(url("words") + "?change", {**words(), "do": "save"})
    assert Submission.objects.get(case=draft.case).code == code
    assert code.split()[0] in client.get(url("ten-words")).content.decode()


def test_kept_words_are_forgotten_and_the_session_ends(client):
    draft, code = with_code(client)
    answer = client.post(url("ten-words"), {"do": "kept", "third": code.split()[2][:4]})
    assert answer.headers["Location"] == "/en/share/saved/"
    kept = Submission.objects.get(case=draft.case)
    assert (kept.code, kept.state) == ("", State.DRAFT)
    assert "case" not in client.session


def test_a_wrong_word_is_named_and_the_words_stay(client):
    draft, code = with_code(client)
    other = "apple" if code.split()[6] != "apple" else "lantern"
    page = client.post(url("ten-words"), {"do": "send", "seventh": other}).content.decode()
    assert "Word 7 on your list is another one. Look again." in page
    after = Submission.objects.get(case=draft.case)
    assert (after.state, after.code) == (State.DRAFT, code)


def test_a_word_that_is_none_of_ours_is_named(client):
    with_code(client)
    page = client.post(url("ten-words"), {"do": "send", "third": "qwerty"}).content.decode()
    assert "“qwerty” is not one of our words." in page


def test_lost_words_can_be_made_anew(client):
    draft, code = with_code(client)
    client.post(url("ten-words"), {"do": "kept"})
    client.post("/en/my-story/", {"code": code})
    page = client.get(url("ten-words")).content.decode()
    assert "We don’t show them again." in page
    client.post(url("ten-words"), {"do": "new"})
    fresh = Submission.objects.get(case=draft.case)
    assert fresh.code != code
    assert client.post("/en/my-story/", {"code": code}).status_code == 200


def test_sending_says_what_happens_next(client):
    story, _code = send(client)
    page = client.get(url("sent")).content.decode()
    assert "We have your story" in page
    assert f"{story.due_on:%-d %B}" in page


def test_sending_to_nobody_who_may_write_says_where_to_look(client):
    draft, _code = with_code(client)
    draft.reach, draft.contact = Reach.NONE, {}
    draft.save()
    client.post(url("ten-words"), {"do": "send"})
    assert "please come back and look" in client.get(url("sent")).content.decode()


def test_what_is_sent_is_what_was_written(client):
    make_person(Role.SAFEGUARDING)
    story, _code = send(client, band="13-15")
    assert story.state == State.SENT
    assert (story.headline, story.words, story.appear) == (HEADLINE, STORY, Appear.ANONYMOUS)
    assert story.contact == {
        "value": "author@example.org",
        "times": "after 4",
        "message": "no",
        "others": "no",
        "adult": {"asked": "other", "by": "call", "who": "Mr Bell", "how": "bell@example.org"},
    }
    assert AgeMark.of(story.case).band == Band.B13_15
    assert list(Consent.objects.filter(case=story.case).values_list("use", "wording__language").order_by("use")) == [
        ("health", "en"),
        ("publish", "en"),
    ]


def test_a_second_press_finds_the_first(client):
    story, _code = send(client)
    again = client.post(url("ten-words"), {"do": "send"})
    assert again.headers["Location"] == "/en/share/sent/"
    assert Submission.objects.get().sent_at == story.sent_at
    assert Consent.objects.count() == 2


@pytest.mark.parametrize("step", ["check", "words", "age", "ten-words"])
def test_after_sending_old_screens_lead_to_where_the_story_is(client, step):
    send(client)
    answer = client.get(url(step))
    assert answer.status_code == 200 if step == "age" else answer.headers["Location"] == "/en/share/sent/"


def test_a_change_sent_too_late_comes_back(client):
    story, _code = send(client)
    answer = client.post(url("words"), words(words="Other words"))
    assert answer.status_code == 409
    assert "Other words" in answer.content.decode()
    assert Submission.objects.get(case=story.case).words == STORY


def test_a_change_overtaken_by_the_sending_comes_back(client, monkeypatch):
    _story, _code = with_code(client)

    def overtaken(*, case, **_answers):
        Submission.objects.filter(case=case).update(state=State.SENT, sent_at=timezone.now())
        raise AlreadySent

    from stories.sending import AlreadySent

    monkeypatch.setattr("stories.views.share.save_answers", overtaken)
    answer = client.post(url("words"), words(words="Other words"))
    assert answer.status_code == 409
    assert "Other words" in answer.content.decode()


def test_a_gap_made_in_another_tab_stops_the_sending(client):
    draft, _code = with_code(client)
    Submission.objects.filter(case=draft.case).update(appear="")
    assert client.post(url("ten-words"), {"do": "send"}).headers["Location"] == "/en/share/name/"
    assert Submission.objects.get().state == State.DRAFT


def test_new_wording_is_read_before_it_is_agreed_to(client):
    fill(client, before="consent")
    shown = consents()
    ConsentWording.objects.create(use=Use.PUBLISH, language="en", version=2, text="New", approved_at=timezone.now())
    page = client.post(url("consent"), shown).content.decode()
    assert "We changed these words since you opened the page." in page


@pytest.mark.parametrize("step", ["", "age/"])
def test_a_language_without_approved_wording_is_closed_and_says_where_sharing_is_open(client, step):
    make_wording(Use.PUBLISH, language="gd")  # one of the two is not enough
    page = client.get(f"/gd/share/{step}").content.decode()
    assert f'<a class="btn plain" href="/en/share/{step}" lang="en" hreflang="en">English</a>' in page
    client.post("/gd/share/age/", {"band": "adult"})
    assert not Submission.objects.exists()


def test_nobody_agrees_in_a_language_without_approved_wording(client):
    fill(client, before="consent")
    page = client.post("/gd/share/consent/", consents()).content.decode()
    assert 'href="/en/share/consent/"' in page
    assert Submission.objects.get().ticked == {}


def test_a_language_opens_with_its_last_approved_wording(client):
    wordings = {use.value: make_wording(use, language="gd") for use in AT_SENDING}
    client.post("/gd/share/age/", {"band": "adult"})
    for step in ("words", "name", "contact"):
        client.post(f"/gd/share/{step}/", answers()[step])
    assert '<div lang="gd">' in client.get("/gd/share/consent/").content.decode()
    client.post("/gd/share/consent/", {use: wording.pk for use, wording in wordings.items()})
    assert Submission.objects.get().ticked == {use: wording.pk for use, wording in wordings.items()}


def test_with_no_approved_wording_at_all_sharing_says_to_come_back(client):
    ConsentWording.objects.all()._raw_delete("default")
    assert "Those words are not ready yet." in client.get(url()).content.decode()


def test_unapproved_wording_is_never_shown(client):
    fill(client, before="consent")
    ConsentWording.objects.create(use=Use.PUBLISH, language="en", version=2, text="Not yet approved")
    assert "Not yet approved" not in client.get(url("consent")).content.decode()


SCREENS = ["words", "name", "contact", "adult", "consent", "check", "ten-words", "help-me-write", "age"]


@pytest.mark.parametrize("band", ["13-15", "16-17"])
@pytest.mark.parametrize("step", SCREENS)
def test_a_screen_takes_six_queries_at_most_however_long_the_story(client, step, band, django_assert_max_num_queries):
    """The one before sending asks as well whether new stories are taken, and who is on."""
    Sharing.objects.update(asks_adult_16_17=True)
    draft = fill(client, band=band, adult=answers()["adult"])
    client.post(url("adult"), answers()["adult"])
    client.post(url("consent"), consents())
    client.post(url("check"))
    client.get(url(step))
    draft.refresh_from_db()
    draft.words = STORY * 50
    draft.save()
    with django_assert_max_num_queries(8 if step == "ten-words" else 6):
        assert client.get(url(step)).status_code == 200


def test_the_page_after_sending_takes_two_more_for_the_adults_link_and_the_rota(client, django_assert_max_num_queries):
    send(client, band="13-15")
    client.get(url("sent"))
    with django_assert_max_num_queries(8):
        assert client.get(url("sent")).status_code == 200
