"""Care at the same moment: one line for one person, one answer to a promise, one letter a day."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import make_person, make_story_being_read
from workflows.people.confiding import Answered, ask_for_call, note_call, write_on_line
from workflows.people.enums import Role
from workflows.people.models import CallWish, Champion, LineMessage, PrivateLine
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import CaseKey, Letter
from workflows.review.models import Reading
from workflows.review.summaries import write_summaries

from .test_races import at_once, kinds

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_first_words_pressed_at_once_make_one_line_one_key_and_one_letter():
    champion, member = make_person(Role.CHAMPION), make_person(Role.DELIVERY)
    results = at_once(*[lambda: write_on_line(person=champion, text="Help.")] * 4)
    assert kinds(results) == ["LineMessage"] * 4
    line = PrivateLine.objects.get()
    assert (LineMessage.objects.count(), CaseKey.objects.filter(case=line.case).count()) == (1, 1)
    assert Letter.objects.filter(person=member, kind=LetterKind.LINE_ASKED).count() == 1


def test_two_of_the_team_note_one_call_once():
    champion = make_person(Role.CHAMPION)
    case = ask_for_call(person=champion, phone="01632 960111", times="").case
    team = [make_person(Role.DELIVERY) for _number in range(2)]
    results = at_once(*[lambda person=person: note_call(case=case, person=person) for person in team])
    assert kinds(results) == [Answered.__name__, "NoneType"]
    assert not CallWish.objects.exists()


def test_two_ticks_at_once_write_one_letter_to_each():
    case = make_story_being_read().case
    noon = timezone.localtime().replace(hour=12) + datetime.timedelta(days=1)
    at_once(*[lambda: write_summaries(noon)] * 3)
    for reading in Reading.objects.filter(case=case):
        letters = Letter.objects.filter(person=reading.champion, kind=LetterKind.READING_SUMMARY)
        assert letters.count() == 1
    assert not Champion.objects.filter(told_on=None).exists()
