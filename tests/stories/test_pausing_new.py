"""New stories are paused by a press or by an empty rota; drafts are safe, help is there, the day is told."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from stories.attaching import attach
from stories.endings import erase_expired
from stories.enums import AttachedKind, State, Why
from stories.holding_off import keep_drafts, open_again, pause_new_stories
from stories.opening import NotNow, closed_now
from stories.pausing import Pause
from stories.sending import send_story
from stories.submission import Submission
from tests.factories import make_cleaned, make_person
from tests.stories.sharing import fill, url, with_code
from workflows.people.enums import Role
from workflows.safeguarding.models import Rota, Shift

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/new-stories/"
MAY = (Role.SAFEGUARDING, Role.EDITOR, Role.ADMINISTRATOR)


def day(number: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=number)


def pause(days=10, **fields):
    return pause_new_stories(person=make_person(Role.SAFEGUARDING), reopens_on=day(days), **fields)


@pytest.mark.parametrize("role", MAY)
def test_a_press_pauses_until_a_day_and_another_opens_sooner(client, role):
    client.force_login(make_person(role))
    assert "are taken" in client.get(PAGE).text
    for _press in range(2):
        client.post(PAGE, {"do": "pause", "reopens_on": day(3).isoformat(), "message": "We move house."})
    assert Pause.objects.count() == 1
    assert closed_now() == (Why.PAUSED, day(3), "We move house.")
    client.post(PAGE, {"do": "open"})
    assert closed_now() is None


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_others_pause_nothing(client, role):
    person = make_person(role)
    client.force_login(person)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"do": "pause", "reopens_on": day(3).isoformat()}).status_code == 403
    for act in (lambda: pause_new_stories(person=person, reopens_on=day(3)), lambda: open_again(person=person)):
        with pytest.raises(PermissionDenied):
            act()
    assert closed_now() is None


@pytest.mark.parametrize(("days", "said"), [(0, "a day after today"), (-1, "a day after today"), (93, "three months")])
def test_a_pause_has_a_day_to_come_and_soon(client, days, said):
    client.force_login(make_person(Role.EDITOR))
    answer = client.post(PAGE, {"do": "pause", "reopens_on": day(days).isoformat(), "message": "Kept words."})
    assert said in answer.text
    assert "Kept words." in answer.text
    assert not Pause.objects.exists()


def test_a_pause_ends_by_itself_on_its_day():
    pause(3)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=3)):
        assert closed_now() is None


def test_whoever_comes_reads_the_day_and_where_help_is_and_nothing_is_kept(client):
    pause(10, message="We <b>move</b> house.")
    for answer in (
        client.get("/en/share/"),
        client.get("/en/share/age/"),
        client.post("/en/share/age/", {"band": "adult"}),
    ):
        assert "We can take new stories again from" in answer.text
        assert "We &lt;b&gt;move&lt;/b&gt; house." in answer.text
        assert "116 123" in answer.text
    assert not Submission.objects.exists()


def test_a_draft_goes_on_and_sending_waits_with_every_word_safe(client):
    draft, _code = with_code(client)
    pause(60)
    words = draft.words
    assert "You can send it from" in client.get(url("ten-words")).text
    answer = client.post(url("ten-words"), {"do": "send"})
    assert "Your story is not sent, and nothing of it is lost." in answer.text
    with pytest.raises(NotNow):
        send_story(case=draft.case)
    draft.refresh_from_db()
    assert (draft.state, draft.words) == (State.DRAFT, words)
    assert draft.expires_on >= day(60 + 30)
    attach(case=draft.case, kind=AttachedKind.PICTURE, cleaned=make_cleaned(b"a kite"), text="A red kite.")
    draft.refresh_from_db()
    assert draft.expires_on >= day(60 + 30)
    open_again(person=make_person(Role.EDITOR))
    assert client.post(url("ten-words"), {"do": "send"}).status_code == 302
    assert Submission.objects.get().state == State.SENT


def test_no_draft_runs_out_in_a_pause_not_even_one_without_a_day(client):
    draft = fill(client)
    Submission.objects.update(expires_on=timezone.localdate())
    Rota.objects.update(kept=True)
    assert closed_now().why == Why.NOBODY
    assert keep_drafts() == 1
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        erase_expired()
    assert Submission.objects.filter(case=draft.case).exists()


def test_an_empty_rota_pauses_by_itself_until_the_next_shift():
    assert (closed_now(), keep_drafts()) == (None, 0)
    Rota.objects.update(kept=True)
    assert closed_now() == (Why.NOBODY, None, "")
    begins = timezone.now() + datetime.timedelta(days=9)
    shift = {"lead": make_person(Role.SAFEGUARDING), "ends_at": begins + datetime.timedelta(days=9)}
    Shift.objects.create(starts_at=begins, **shift)
    assert closed_now() == (Why.NOBODY, timezone.localdate(begins), "")
    Shift.objects.create(starts_at=timezone.now(), **shift)
    assert closed_now() is None
    Shift.objects.all().delete()
    Rota.objects.update(pauses=False)
    assert closed_now() is None
