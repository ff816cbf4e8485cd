"""The door back to a story, and an author's session on a phone that others use too."""

import datetime

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from stories.actions import take_back
from stories.attempts import TooMany
from stories.codes import new_code
from stories.models import Attempt, Submission
from stories.sessions import IDLE, TRIES
from tests.stories.sharing import HEADLINE, STORY, begin, fill, send, url, with_code, words

pytestmark = pytest.mark.django_db
DOOR = "/en/my-story/"
ROOM = "/en/my-story/room/"
UNKNOWN = "We don’t know these ten words."


def enter(client, code, **other):
    return client.post(DOOR, {"code": code, **other})


@pytest.fixture
def other_phone():
    return Client()


@pytest.mark.parametrize(
    "path", ["/en/share/", "/en/share/age/", "/en/share/words/", "/en/share/check/", "/en/share/sent/", DOOR]
)
def test_private_pages_are_kept_nowhere(client, path):
    fill(client)
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


@pytest.mark.parametrize(
    "path", ["/en/share/", "/en/share/age/", "/en/share/words/", "/en/share/ten-words/", "/en/share/sent/", DOOR]
)
def test_private_tabs_are_titled_with_the_site_and_nothing_more(client, path):
    with_code(client)
    assert "<title>Golden Thread</title>" in client.get(path, follow=True).content.decode()


def test_the_door_neither_corrects_nor_capitalises(client):
    page = client.get(DOOR).content.decode()
    field = page[page.index('<textarea name="code"') :].split(">")[0]
    for part in ('autocapitalize="none"', 'autocomplete="off"', 'autocorrect="off"', 'spellcheck="false"'):
        assert part in field


def test_the_code_is_never_taken_from_an_address(client, other_phone):
    _draft, code = with_code(client)
    answer = other_phone.get(DOOR, {"code": code})
    assert "case" not in other_phone.session
    assert not [form for form in (code, code.replace(" ", "")) if form in answer.content.decode()]


@pytest.mark.parametrize(
    "shape", [str, str.upper, lambda code: "".join(code.split()), lambda code: "-".join(code.split())]
)
def test_ten_words_open_the_draft_where_it_was_left(client, other_phone, shape):
    draft, code = with_code(client, before="contact")
    client.post(url("words") + "?change", {**words(), "do": "save"})
    code = Submission.objects.get(case=draft.case).code
    answer = enter(other_phone, shape(code))
    assert answer.headers["Location"] == "/en/share/contact/"
    assert HEADLINE in other_phone.get(url("words")).content.decode()
    assert Submission.objects.get(case=draft.case).code == ""


def test_ten_words_open_a_full_draft_at_its_answers(client, other_phone):
    _draft, code = with_code(client)
    assert enter(other_phone, code).headers["Location"] == "/en/share/check/"


def test_ten_words_open_a_sent_story(client, other_phone):
    _story, code = send(client)
    answer = enter(other_phone, " ".join(word[:4] for word in code.split()))
    assert answer.headers["Location"] == ROOM
    assert other_phone.get(ROOM).status_code == 200


def test_entering_changes_the_session_key(client):
    _story, code = send(client)
    phone = Client()
    phone.get(DOOR)
    enter(phone, code)
    first = phone.session.session_key
    enter(phone, code)
    assert phone.session.session_key != first


def test_a_word_that_is_not_ours_is_named(client):
    page = enter(client, "apple qwerty").content.decode()
    assert "“qwerty” is not one of our words. Check its spelling." in page
    assert "apple qwerty" in page


def test_nothing_typed_at_the_door_is_asked_for(client):
    assert "Type your ten words." in enter(client, "").content.decode()


def test_the_front_pages_never_resume_by_themselves(client):
    draft, _code = with_code(client)
    for front in ("/en/share/", DOOR):
        page = client.get(front).content.decode()
        assert HEADLINE not in page
        assert "Carry on" in page
        assert client.get(url("words")).headers["Location"] == DOOR
    assert Submission.objects.get(case=draft.case).words == STORY


def test_the_first_two_words_carry_on(client):
    _draft, code = with_code(client)
    client.get("/en/share/")
    answer = client.post(DOOR, {"opening": " ".join(code.split()[:2]).upper()})
    assert answer.headers["Location"] == "/en/share/check/"
    assert client.get(url("check")).status_code == 200


@pytest.mark.parametrize("typed", ["apple", "", "qwerty", "apple lantern coat", "apple apple"])
def test_other_words_do_not_carry_on(client, typed):
    with_code(client)
    client.get("/en/share/")
    assert client.post(DOOR, {"opening": typed}).status_code == 200
    assert client.get(url("words")).headers["Location"] == DOOR


def test_after_five_wrong_tries_only_all_ten_words_open(client):
    _draft, code = with_code(client)
    client.get("/en/share/")
    for _i in range(TRIES):
        client.post(DOOR, {"opening": "apple apple"})
    assert "case" not in client.session
    page = client.post(DOOR, {"opening": " ".join(code.split()[:2])}).content.decode()
    assert "Carry on with your story" not in page
    assert enter(client, code).headers["Location"] == "/en/share/check/"


@pytest.mark.parametrize("typed", ["i sat at", "I  sat—at the bus stop", "I SAT AT"])
def test_a_draft_without_a_code_carries_on_with_its_own_first_words(client, typed):
    fill(client)
    page = client.get("/en/share/").content.decode()
    assert "The first three words you wrote in your story" in page
    assert "never saved with ten words" in page
    assert client.post(DOOR, {"opening": typed}).headers["Location"] == "/en/share/check/"


@pytest.mark.parametrize("typed", ["", "I sat", "then a friend", "?!"])
def test_a_draft_without_a_code_does_not_carry_on_with_others(client, typed):
    fill(client)
    client.get("/en/share/")
    assert client.post(DOOR, {"opening": typed}).status_code == 200


def test_an_empty_draft_hides_nothing_and_stays_open(client):
    begin(client)
    assert "Carry on" not in client.get("/en/share/").content.decode()
    assert client.get(url("words")).status_code == 200


def test_starting_new_leaves_the_other_story_alone(client):
    draft, code = with_code(client)
    client.get("/en/share/")
    client.post(url("age"), {"band": "adult"})
    assert client.session["case"] != str(draft.case)
    assert Submission.objects.get(case=draft.case).words == STORY
    assert enter(client, code).headers["Location"] == "/en/share/check/"


def test_half_an_hour_without_a_press_shuts_the_door(client):
    fill(client)
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=IDLE + 5), tick=False):
        assert client.get(url("words")).headers["Location"] == DOOR


def test_each_press_gives_another_half_hour(client):
    fill(client)
    now = timezone.now()
    for minutes in (20, 40, 60):
        with time_machine.travel(now + datetime.timedelta(minutes=minutes), tick=False):
            assert client.get(url("words")).status_code == 200


def test_with_a_code_the_session_itself_ends_after_half_an_hour(client):
    with_code(client)
    client.get(url("check"))
    assert client.session.get_expiry_age() <= IDLE


def test_a_first_story_written_for_an_hour_is_taken(client):
    draft = begin(client)
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=1), tick=False):
        assert client.post(url("words"), words()).headers["Location"] == "/en/share/name/"
    assert Submission.objects.get(case=draft.case).words == STORY


def test_what_is_typed_after_the_session_ended_comes_back_and_is_kept(client):
    draft, code = with_code(client)
    client.cookies.pop("sessionid")
    answer = client.post(url("words"), words(words="Many new words"))
    page = answer.content.decode()
    assert answer.status_code == 403
    assert page.count("Many new words") == 2
    answer = enter(client, code, step="words", headline=HEADLINE, words="Many new words")
    assert answer.headers["Location"] == "/en/share/words/"
    assert Submission.objects.get(case=draft.case).words == "Many new words"


def test_what_is_typed_survives_a_wrong_code(client):
    page = enter(client, new_code(), step="words", headline=HEADLINE, words="Many new words").content.decode()
    assert UNKNOWN in page
    assert "Many new words" in page


def test_what_is_typed_survives_the_first_two_words(client):
    draft, code = with_code(client)
    client.get("/en/share/")
    page = client.post(url("words"), words(words="Many new words")).content.decode()
    assert "Many new words" in page
    typed = {"step": "words", "headline": HEADLINE, "words": "Many new words"}
    assert "Many new words" in client.post(DOOR, {"opening": "apple apple", **typed}).content.decode()
    client.post(DOOR, {"opening": " ".join(code.split()[:2]), **typed})
    assert Submission.objects.get(case=draft.case).words == "Many new words"


def test_too_much_text_after_the_session_ended_comes_back_in_its_form(client):
    draft, code = with_code(client)
    page = enter(Client(), code, step="words", headline=HEADLINE, words="a" * 50_001).content.decode()
    assert "Your story is longer than we can take in one go." in page
    assert Submission.objects.get(case=draft.case).words == STORY


def test_words_that_come_after_another_tab_sent_the_story_are_not_mixed_in(client, monkeypatch):
    from stories.sending import AlreadySent

    _draft, code = with_code(client)

    def overtaken(**_answers):
        raise AlreadySent

    monkeypatch.setattr("stories.views.door.save_answers", overtaken)
    answer = enter(Client(), code, step="words", headline=HEADLINE, words="Late")
    assert answer.headers["Location"] == ROOM


def test_leaving_forgets_the_story(client):
    with_code(client)
    client.get("/leave/")
    assert client.get(url("words")).headers["Location"] == DOOR
    assert "Carry on" not in client.get(DOOR).content.decode()


def test_a_story_taken_back_elsewhere_closes_the_room(client):
    story, _code = send(client)
    take_back(case=story.case)
    assert client.get(ROOM).headers["Location"] == DOOR


def test_ten_tries_in_a_quarter_of_an_hour_then_wait(client):
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC), tick=False):
        assert {enter(client, new_code()).status_code for _i in range(10)} == {200}
        answer = enter(client, new_code(), words="Words in hand")
        assert answer.status_code == 429
        assert "Please try again after 12:15." in answer.content.decode()
        assert "Words in hand" in answer.content.decode()
        assert Attempt.objects.count() == 10
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, 15, 1, tzinfo=datetime.UTC), tick=False):
        assert enter(client, new_code()).status_code == 200


def test_a_code_that_opens_is_no_attempt(client):
    _draft, code = with_code(client)
    phones = [Client() for _i in range(11)]
    assert {enter(phone, code).status_code for phone in phones} == {302}
    assert Attempt.objects.filter(kind="code").count() == 0


def test_the_first_two_words_are_limited_too(client):
    with_code(client)
    for _i in range(10):
        enter(Client(), new_code())
    client.get("/en/share/")
    assert client.post(DOOR, {"opening": "apple apple"}).status_code == 429


def test_thirty_drafts_an_hour_then_each_waits_longer_and_none_is_refused():
    noon = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)

    def begin_at(seconds):
        with time_machine.travel(noon + datetime.timedelta(seconds=seconds), tick=False):
            return Client().post(url("age"), {"band": "adult"})

    assert {begin_at(0).status_code for _i in range(30)} == {302}
    slowed = begin_at(1)
    assert (slowed.status_code, slowed.headers["Retry-After"]) == (429, "9")
    page = slowed.content.decode()
    assert "Please wait 9 seconds, then press the button." in page
    assert '<input type="hidden" name="band" value="adult">' in page
    assert [begin_at(seconds).status_code for seconds in (10, 29, 30, 69, 70)] == [302, 429, 302, 429, 302]
    assert Submission.objects.count() == 33
    assert Client().post(url("age"), {"band": "under-13"}).status_code == 302


def test_the_wait_never_grows_beyond_five_minutes():
    now = timezone.now()
    for _number in range(60):
        Attempt.objects.create(kind="draft", network="x", at=now)
    with pytest.raises(TooMany) as refused:
        Attempt.objects.note("draft", "x")
    assert refused.value.again_at == now + datetime.timedelta(minutes=5)


def test_where_nothing_can_be_counted_codes_stay_shut_and_stories_still_go(client, other_phone, monkeypatch):
    _draft, code = with_code(client)

    def broken(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("stories.attempts.AttemptQuerySet._note", broken)
    answer = enter(other_phone, code, words="Words in hand")
    assert answer.status_code == 429
    assert "case" not in other_phone.session
    assert "Words in hand" in answer.content.decode()
    assert Client().post(url("age"), {"band": "adult"}).status_code == 302


def test_other_networks_are_not_slowed_down(client):
    for _i in range(11):
        enter(client, new_code())
    assert enter(Client(REMOTE_ADDR="203.0.113.9"), new_code()).status_code == 200


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("198.51.100.7", "198.51.100.200", True),
        ("198.51.100.7", "198.51.101.7", False),
        ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("nonsense", "", True),
    ],
)
def test_a_network_is_a_keyed_hash_of_its_first_bits(rf, first, second, same):
    from workflows.privacy.networks import network_of

    hashes = {network_of(rf.get("/", REMOTE_ADDR=address)) for address in (first, second)}
    assert (len(hashes) == 1) == same
    assert {len(found) for found in hashes} == {64}


def test_a_forged_forwarding_header_changes_nothing(rf, settings):
    from workflows.privacy.networks import network_of

    settings.PROXIES = 0
    plain = network_of(rf.get("/"))
    assert network_of(rf.get("/", HTTP_X_FORWARDED_FOR="203.0.113.9")) == plain
    settings.PROXIES = 1
    behind = network_of(rf.get("/", HTTP_X_FORWARDED_FOR="203.0.113.9"))
    assert behind != plain
    assert network_of(rf.get("/", HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.77")) == behind
    assert network_of(rf.get("/")) == plain


def test_a_message_sent_after_the_session_ended_waits_behind_the_door(client):
    send(client)
    client.cookies.pop("sessionid")
    page = client.post("/en/my-story/message/", {"text": "Please wait with my story until summer."}).content.decode()
    assert "Please wait with my story until summer." in page
    assert "go on with what you just typed" in page
    page = enter(client, new_code(), text="Please wait with my story until summer.").content.decode()
    assert "Please wait with my story until summer." in page


def test_a_draft_has_no_room_yet_but_no_error_either(client):
    with_code(client)
    assert client.get(ROOM).status_code in (200, 302)


@pytest.mark.parametrize("path", ["/en/share/", "/en/share/what-happens/", "/en/share/sent/", DOOR])
def test_pages_answer_a_head(client, path):
    send(client)
    assert client.head(path).status_code == 200
