"""A volunteer and the delivery team write to each other: encrypted, answered by a date, seen by nobody else."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from tests.scan import find_in_database, find_in_logs, find_in_mail
from workflows.people.actions import choose_letters
from workflows.people.confiding import answer_line, ask_for_call, open_line, write_on_line
from workflows.people.enums import Cadence, Role
from workflows.people.models import LineMessage, PrivateLine
from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import deliver_due
from workflows.privacy.models import AccessLog, Letter

pytestmark = pytest.mark.django_db
LINE, TEAM = reverse("care:line"), reverse("care:team")
CANARY = "zqxcanary kept me awake"


@pytest.fixture
def champion():
    return make_person(Role.CHAMPION, name="Morag")


@pytest.fixture
def member():
    return make_person(Role.DELIVERY, name="Dod")


def kinds(person):
    return list(Letter.objects.filter(person=person).order_by("created_at").values_list("kind", flat=True))


def line_of(person):
    return PrivateLine.objects.get(person=person)


def test_writing_promises_an_answer_and_tells_the_team_without_a_word(client, champion, member, mailoutbox, caplog):
    client.force_login(champion)
    answer = client.post(LINE, {"text": CANARY}, follow=True)
    assert "Sent. Only the volunteer team can read it." in answer.text
    assert CANARY in answer.text
    day = timezone.localdate() + datetime.timedelta(days=2)
    assert line_of(champion).due_on == day
    assert f"We answer by {day.day} " in answer.text
    assert kinds(member) == [LetterKind.LINE_ASKED]
    deliver_due()
    assert "A volunteer would like an answer from the team." in mailoutbox[0].body
    assert find_in_database("zqxcanary") == find_in_mail("zqxcanary", mailoutbox) == []
    assert find_in_mail("Morag", mailoutbox) == find_in_logs("zqxcanary", caplog) == []


def test_the_same_press_twice_is_one_message(champion, member):
    first, again = (write_on_line(person=champion, text="Help.") for _press in range(2))
    assert first == again
    assert kinds(member) == [LetterKind.LINE_ASKED]
    answered = [answer_line(case=first.case, person=member, text="We are here.") for _press in range(2)]
    assert answered[0] == answered[1]
    assert kinds(champion) == [LetterKind.LINE_ANSWERED]
    write_on_line(person=champion, text="Help.")
    assert LineMessage.objects.count() == 3


def test_a_second_message_does_not_move_the_promise(champion):
    write_on_line(person=champion, text="Help.")
    promised = line_of(champion).due_on
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        write_on_line(person=champion, text="Still awake.")
    assert line_of(champion).due_on == promised


def test_an_answer_keeps_the_promise_and_reaches_the_desk(client, champion, member):
    case = write_on_line(person=champion, text=CANARY).case
    client.force_login(member)
    html = client.get(reverse("care:answer", args=[case])).text
    assert CANARY in html
    assert AccessLog.objects.filter(case=case, person=member, what="private line").count() == 1
    said = client.post(reverse("care:answer", args=[case]), {"text": "Shall we talk on Friday?"}, follow=True)
    assert "Nobody waits for an answer." in said.text
    assert line_of(champion).due_on is None
    client.force_login(champion)
    assert "Shall we talk on Friday?" in client.get(LINE).text


def test_an_answer_does_not_settle_a_call_that_is_owed(champion, member):
    ask_for_call(person=champion, phone="01632 960111", times="")
    case = line_of(champion).case
    answer_line(case=case, person=member, text="We will.")
    assert line_of(champion).due_on is not None


def test_who_wants_no_letters_gets_none_about_an_answer(champion, member):
    choose_letters(person=champion, letters=Cadence.NEVER)
    case = write_on_line(person=champion, text="Help.").case
    answer_line(case=case, person=member, text="We are here.")
    assert kinds(champion) == []


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DELIVERY] + [None])
def test_nobody_but_the_team_reads_a_line(client, champion, role):
    case = write_on_line(person=champion, text=CANARY).case
    other = make_person(role, is_superuser=role is None)
    client.force_login(other)
    for address in (TEAM, reverse("care:answer", args=[case])):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "zqxcanary" not in answer.text
        assert "Morag" not in answer.text
    assert "zqxcanary" not in client.get(LINE).text
    with pytest.raises(PermissionDenied):
        answer_line(case=case, person=other, text="Hello.")
    with pytest.raises(PermissionDenied):
        open_line(case=case, person=other)


def test_a_member_of_the_team_who_reads_too_neither_opens_nor_answers_their_own_line(client, champion, member):
    both = make_person(Role.DELIVERY)
    both.groups.add(*champion.groups.all())
    case = write_on_line(person=both, text=CANARY).case
    client.force_login(both)
    answer = client.get(reverse("care:answer", args=[case]))
    assert (answer.status_code, "zqxcanary" in answer.text) == (403, False)
    assert str(case) not in client.get(TEAM).text
    assert (kinds(both), kinds(member)) == ([], [LetterKind.LINE_ASKED])


def test_an_empty_message_is_refused_and_what_is_too_long_is_kept(client, champion):
    client.force_login(champion)
    assert "Write a few words first." in client.post(LINE, {"text": " "}).text
    long = "a" * 4001
    html = client.post(LINE, {"text": long}).text
    assert long in html
    assert "Please use 4000 or fewer. Nothing is lost." in html
    assert not LineMessage.objects.exists()
