"""A promised answer to a volunteer: the team hears before it breaks, those in charge once it has. On the minute."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from workflows.people.confiding import answer_line, write_on_line
from workflows.people.enums import Role
from workflows.people.watching import watch_lines
from workflows.privacy.enums import LetterKind
from workflows.privacy.management.commands.tick import tick
from workflows.privacy.models import Letter

pytestmark = pytest.mark.django_db


def in_days(days):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def told(person):
    return list(Letter.objects.filter(person=person).order_by("created_at").values_list("kind", flat=True))


def test_team_then_those_in_charge_hear_once_each(client):
    champion, member = make_person(Role.CHAMPION), make_person(Role.DELIVERY)
    boss, keeper, editor = (make_person(role) for role in (Role.ADMINISTRATOR, Role.SAFEGUARDING, Role.EDITOR))
    case = write_on_line(person=champion, text="Help.").case
    watch_lines()
    assert told(member) == [LetterKind.LINE_ASKED]
    for days, team, above in (
        (1, [LetterKind.LINE_ASKED, LetterKind.LINE_DUE], []),
        (3, [LetterKind.LINE_ASKED, LetterKind.LINE_DUE, LetterKind.LINE_LATE], [LetterKind.LINE_LATE]),
    ):
        with in_days(days):
            tick()
            tick()
            assert (told(member), told(boss)) == (team, above)
    assert told(keeper) == told(editor) == []
    with in_days(3):
        client.force_login(champion)
        assert "we are late. We are sorry." in client.get(reverse("care:line")).text
        client.force_login(member)
        assert "Late" in client.get(reverse("care:team")).text
        assert "It is late." in client.get(reverse("care:answer", args=[case])).text
        answer_line(case=case, person=member, text="I am sorry this took so long.")
        client.force_login(champion)
        assert "we are late" not in client.get(reverse("care:line")).text


def test_an_answer_in_time_alerts_nobody():
    champion, member = make_person(Role.CHAMPION), make_person(Role.DELIVERY)
    case = write_on_line(person=champion, text="Help.").case
    answer_line(case=case, person=member, text="We are here.")
    with in_days(5):
        watch_lines()
    assert told(member) == [LetterKind.LINE_ASKED]
