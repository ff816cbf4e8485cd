"""The champions' desk: what waits, without a word of it, and how it is given back. Requirements 36, 38 and 40."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.models import StoryPage
from tests.factories import make_own_words, make_person, make_story_being_read, make_story_with_author
from workflows.people.enums import Role, Training
from workflows.people.models import Champion, Qualification
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import ReadingState
from workflows.review.errors import Refused
from workflows.review.models import Reading, Suggestion
from workflows.review.views.refusals import explain
from workflows.review.waiting import language_name
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

pytestmark = pytest.mark.django_db
DESK = "/en/desk/"


def sign_in(client, person):
    client.force_login(person)
    return person


def url(name, pk):
    return reverse(f"review:{name}", args=[pk])


@pytest.fixture
def reading(client):
    """One of two champions' readings; its reader is signed in."""
    page = make_story_being_read()
    found = Reading.objects.filter(case=page.case).select_related("champion").first()
    sign_in(client, found.champion)
    return found


def test_desk_asks_strangers_to_sign_in(client):
    answer = client.get(DESK)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/en/desk/")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CHAMPION])
def test_desk_is_for_champions_alone(client, role):
    sign_in(client, make_person(role))
    answer = client.get(DESK)
    assert answer.status_code == 403
    assert "This page isn’t open to you" in answer.content.decode()


def test_superuser_without_the_role_has_no_desk(client):
    sign_in(client, make_person(is_superuser=True, is_staff=True))
    assert client.get(DESK).status_code == 403


def test_inactive_champion_is_a_stranger(client, reading):
    reading.champion.is_active = False
    reading.champion.save()
    assert client.get(DESK).status_code == 302


def test_desk_shows_length_and_language_and_no_word(client, reading):
    html = client.get(DESK).content.decode()
    assert "A story of about one minute" in html
    assert "English" in html
    assert "One other champion is reading too" in html
    assert "handing back is fine" in html
    assert "You were given one story this week" in html
    for private in ("bus stop question", "Kilbrannoch", "16 or 17", "Under"):
        assert private not in html.split("<main")[1].split("</main>")[0]


def test_desk_is_never_kept_by_the_browser(client, reading):
    assert "no-store" in client.get(DESK)["Cache-Control"]


def test_desk_without_anything_is_kind(client):
    sign_in(client, make_person(Role.CHAMPION))
    assert "All quiet here" in client.get(DESK).content.decode()


@pytest.mark.parametrize(("hour", "greeting"), [(8, "Good morning"), (13, "Good afternoon"), (20, "Good evening")])
def test_desk_greets_by_the_time_of_day(client, hour, greeting):
    with time_machine.travel(datetime.datetime(2026, 12, 1, hour, tzinfo=datetime.UTC)):
        sign_in(client, make_person(Role.CHAMPION, name="Morag"))
        assert f"{greeting}, Morag." in client.get(DESK).content.decode()


def test_paused_story_says_so_and_cannot_be_opened(client, reading):
    raise_concern(case=reading.case, raised_by=RaisedBy.AUTHOR, text="secret worry")
    html = client.get(DESK).content.decode()
    assert "Paused" in html
    assert url("reading", reading.pk) not in html
    assert "secret worry" not in html
    answer = client.get(url("reading", reading.pk))
    assert answer.status_code == 409
    assert "This is paused" in answer.content.decode()
    assert "Kilbrannoch" not in answer.content.decode()


def test_a_story_whose_page_is_gone_does_not_wait(client, reading):
    Reading._base_manager.filter(pk=reading.pk).update(case="00000000-0000-0000-0000-000000000001")
    assert "All quiet here" in client.get(DESK).content.decode()


def test_handing_back_finds_another_reader_and_asks_them(client, reading):
    third = make_person(Role.CHAMPION)
    client.post(url("hand_back", reading.pk))
    reading.refresh_from_db()
    assert reading.state == ReadingState.HANDED_BACK
    assert Reading.objects.held().filter(case=reading.case, champion=third).count() == 1


def test_handing_back_takes_the_suggestions_along(client, reading):
    key, text = page_words(reading)
    client.post(url("suggest", reading.pk), suggestion_for(reading, key, text))
    client.post(url("hand_back", reading.pk))
    assert Suggestion.objects.count() == 0


def page_words(reading):
    return StoryPage.objects.get(translation_key=reading.case).paragraphs[1]


def suggestion_for(reading, key, text):
    digest = draft_of(page_of(reading.case)).words_digest()
    return {"paragraph": key, "digest": digest, "after": text + " Again.", "reason": "Clear.", "kind": "suggestion"}


def test_stepping_away_is_never_asked_again_and_nobody_hears_why(client, reading):
    client.post(url("step_away", reading.pk))
    reading.refresh_from_db()
    assert reading.state == ReadingState.STEPPED_AWAY
    other = Reading.objects.held().get(case=reading.case)
    client.force_login(other.champion)
    client.post(url("hand_back", other.pk))
    assert Reading.objects.held().filter(case=reading.case).count() == 0
    client.force_login(make_person(Role.SAFEGUARDING))
    html = client.get("/en/desk/intake/").content.decode()
    assert "No free reader" in html
    for private in ("know who", "stepped", reading.champion.first_name):
        assert private not in html


@pytest.mark.parametrize("name", ["hand_back", "step_away"])
def test_giving_back_twice_is_harmless(client, reading, name):
    client.post(url(name, reading.pk))
    answer = client.post(url("hand_back", reading.pk), follow=True)
    assert "That story is no longer with you" in answer.content.decode()
    assert Reading.objects.filter(case=reading.case).count() == 2


@pytest.mark.parametrize("name", ["reading", "thanks"])
def test_another_champions_reading_is_closed(client, reading, name):
    sign_in(client, make_person(Role.CHAMPION))
    assert client.get(url(name, reading.pk)).status_code == 403


@pytest.mark.parametrize("name", ["hand_back", "step_away", "vote", "suggest"])
def test_nothing_is_done_to_another_champions_reading(client, reading, name):
    sign_in(client, make_person(Role.CHAMPION))
    assert client.post(url(name, reading.pk), {"verdict": "fine"}).status_code == 403
    assert client.get(url(name, reading.pk)).status_code == (403 if name == "step_away" else 405)
    reading.refresh_from_db()
    assert reading.state == ReadingState.OFFERED


def test_a_reading_that_never_was_is_not_found(client, reading):
    assert client.get(url("reading", "00000000-0000-0000-0000-000000000001")).status_code == 404


def test_a_break_begins_and_ends_and_stays_when_pressed_twice(client, reading):
    for answer, paused in [("yes", True), ("yes", True), ("no", False), ("no", False)]:
        client.post(reverse("review:break"), {"paused": answer})
        assert Champion.objects.get(person=reading.champion).paused is paused
    client.post(reverse("review:break"), {"paused": "yes"})
    assert "End my break" in client.get(DESK).content.decode()


@pytest.mark.parametrize("lost", [Training.CHAMPION, Training.PVG])
def test_a_mark_that_ran_out_yesterday_closes_the_reading(client, reading, lost):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Qualification.objects.filter(person=reading.champion, kind=lost).update(valid_until=yesterday)
    other = make_person(Role.CHAMPION)
    answer = client.get(url("reading", reading.pk))
    assert answer.status_code == 403
    assert "This is not open to you now" in answer.content.decode()
    assert "Kilbrannoch" not in answer.content.decode()
    assert Reading.objects.held().filter(case=reading.case, champion=other).exists()


@pytest.mark.parametrize("lost", [Training.CHAMPION, Training.PVG])
def test_the_last_day_of_a_mark_still_counts(client, reading, lost):
    Qualification.objects.filter(person=reading.champion, kind=lost).update(valid_until=timezone.localdate())
    assert client.get(url("reading", reading.pk)).status_code == 200


def test_worry_stops_the_story_and_thanks(client, reading):
    answer = client.post(reverse("review:worry"), {"reading": reading.pk, "text": "She sounds unsafe."}, follow=True)
    assert "We’ll tell you it was read, not what was decided." in answer.content.decode()
    concern = Concern.objects.open().get(case=reading.case)
    assert (concern.person, concern.raised_by, concern.text) == (
        reading.champion,
        RaisedBy.CHAMPION,
        "She sounds unsafe.",
    )


def test_worry_pressed_twice_is_one(client, reading):
    for _press in range(2):
        client.post(reverse("review:worry"), {"reading": reading.pk, "text": ""})
    assert Concern.objects.count() == 1


def test_worry_about_a_story_of_others_is_not_taken(client, reading):
    sign_in(client, make_person(Role.CHAMPION))
    answer = client.post(reverse("review:worry"), {"reading": reading.pk})
    assert answer.status_code == 200
    assert Concern.objects.count() == 0


def test_champion_hears_that_the_worry_was_read_and_not_what_was_decided(client, reading):
    client.post(reverse("review:worry"), {"reading": reading.pk})
    assert "was read by safeguarding" not in client.get(DESK).content.decode()
    unfreeze(case=reading.case, person=make_person(Role.SAFEGUARDING), outcome="Called the school.")
    html = client.get(DESK).content.decode()
    assert "was read by safeguarding" in html
    assert "Called the school" not in html


@pytest.mark.parametrize("stories", [1, 3, 50])
def test_desk_asks_the_database_as_often_for_one_row_as_for_three(client, stories, django_assert_num_queries):
    champion = make_person(Role.CHAMPION)
    Champion.objects.filter(person=champion).update(weekly_limit=99)
    cases = [make_story_with_author() for _number in range(stories)]
    for case in cases:
        make_own_words(case)
    Reading.objects.all().delete()
    Champion.objects.exclude(person=champion).update(paused=True)
    for _number in range(stories):
        make_story_being_read(champions=0)
    Champion.objects.update(paused=False)
    sign_in(client, champion)
    client.get(DESK)
    with django_assert_num_queries(12):
        html = client.get(DESK).content.decode()
    assert html.count(">Open<") == 2 * stories


def test_a_language_nobody_named_is_shown_by_its_code():
    assert (language_name("gd"), language_name("xx-unknown")) == ("Scottish Gaelic", "xx-unknown")


def test_a_refusal_of_another_kind_is_explained_as_well(rf):
    request = rf.post(DESK, {"reason": "kept\x00 words"})
    request.user = make_person(Role.CHAMPION)
    html = explain(request, Refused("There is no review here."), back=DESK).render().content.decode()
    assert "That can’t be done" in html
    assert "There is no review here." in html
    assert "kept words" in html
