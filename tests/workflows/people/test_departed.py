"""What is private of a volunteer goes some weeks after they left; who comes back before finds it as it was."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from tests.factories import make_person
from workflows.people.actions import avoid_subjects, choose_name
from workflows.people.confiding import answer_line, ask_for_call, write_on_line
from workflows.people.enums import Role, ShownAs, TimeKind
from workflows.people.models import CallWish, Champion, LineMessage, PrivateLine, SubjectsToAvoid, TimeGiven
from workflows.people.timekeeping import note_time
from workflows.people.watching import forget_old_words
from workflows.privacy.casekeys import case_key
from workflows.privacy.keyring import CannotOpen
from workflows.privacy.management.commands.tick import tick
from workflows.privacy.models import Erasure

pytestmark = pytest.mark.django_db
PRIVATE = (LineMessage, CallWish, TimeGiven, SubjectsToAvoid, PrivateLine)


@pytest.fixture
def champion():
    person = make_person(Role.CHAMPION)
    choose_name(person=person, shown_as=ShownAs.MADE_UP, made_up_name="Robin")
    write_on_line(person=person, text="Help.")
    ask_for_call(person=person, phone="01632 960111", times="")
    avoid_subjects(person=person, keys=["note:self-harm"])
    note_time(person=person, day=timezone.localdate(), kind=TimeKind.OTHER, minutes=5)
    return person


def after(days):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def switch_off(person):
    person.is_active = False
    person.save()


def strip_role(person):
    person.groups.clear()


@pytest.mark.parametrize("leave", [switch_off, strip_role])
def test_the_departed_are_forgotten_after_some_weeks_and_others_stay(champion, leave):
    other = write_on_line(person=make_person(Role.CHAMPION), text="Me too.")
    case = PrivateLine.objects.get(person=champion).case
    leave(champion)
    tick()
    with after(29):
        tick()
        assert [model.objects.filter(case=case).count() for model in PRIVATE] == [1, 1, 1, 1, 1]
    with after(31):
        tick()
    assert [model.objects.filter(case=case).count() for model in PRIVATE] == [0, 0, 0, 0, 0]
    assert Champion.objects.get(person=champion).made_up_name == ""
    assert Erasure.objects.filter(case=case).exists()
    with pytest.raises(CannotOpen):
        case_key(case)
    other.refresh_from_db()
    assert other.text == "Me too."


def test_who_comes_back_finds_it_as_it_was(champion):
    switch_off(champion)
    tick()
    champion.is_active = True
    champion.save()
    for days in (10, 40):
        with after(days):
            tick()
    assert LineMessage.objects.get().text == "Help."
    assert SubjectsToAvoid.objects.get().subjects == {"keys": ["note:self-harm"]}


def test_deleting_an_account_destroys_the_key(champion):
    case = PrivateLine.objects.get().case
    champion.delete()
    assert not LineMessage.objects.filter(case=case).exists()
    with pytest.raises(CannotOpen):
        case_key(case)


def test_old_messages_go_unless_an_answer_is_owed(champion):
    with after(400):
        forget_old_words()
        assert LineMessage.objects.count() == 1
    CallWish.objects.all().delete()
    answer_line(case=PrivateLine.objects.get().case, person=make_person(Role.DELIVERY), text="We are here.")
    with after(400):
        forget_old_words()
    assert not LineMessage.objects.exists()
