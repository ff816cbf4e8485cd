"""A volunteer's hours: noted by readings, added to, put right, taken along; only the sum is the team's."""

import csv
import datetime
import io

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from home.frame import frame
from tests.factories import make_person
from tests.scan import find_in_database
from workflows.people.enums import Role, TimeKind
from workflows.people.models import TimeGiven
from workflows.people.templatetags.care import as_hours
from workflows.people.timekeeping import note_time

pytestmark = pytest.mark.django_db
HOURS = reverse("care:hours")


@pytest.fixture
def champion(client):
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    return person


def said(**changed):
    today = timezone.localdate().isoformat()
    return {"day": today, "kind": "training", "hours": "2", "minutes": "5", "note": "zqxcourse"} | changed


def note(person, minutes=30, text=""):
    return note_time(person=person, day=timezone.localdate(), kind=TimeKind.MEETING, minutes=minutes, note=text)


def test_time_is_noted_put_right_and_removed(client, champion):
    assert "You have given 2 h 5 min. Thank you." in client.post(HOURS, said(), follow=True).text
    assert find_in_database("zqxcourse") == []
    given = TimeGiven.objects.get()
    form = client.get(reverse("care:correct", args=[given.pk])).text
    assert 'value="zqxcourse"' in form
    changed = client.post(reverse("care:correct", args=[given.pk]), said(hours="1", minutes=""), follow=True)
    assert "You have given 1 h. Thank you." in changed.text
    client.post(reverse("care:remove", args=[given.pk]))
    assert not TimeGiven.objects.exists()


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"day": "2999-01-01"}, "That day has not come yet."),
        ({"day": ""}, "Write the day."),
        ({"kind": ""}, "Choose what it was."),
        ({"hours": "", "minutes": "0"}, "Write how long it was"),
        ({"hours": "24", "minutes": "1"}, "Write how long it was"),
        ({"hours": "-1"}, "Use whole numbers"),
        ({"minutes": "60"}, "Use whole numbers"),
        ({"minutes": "1.5"}, "Use whole numbers"),
    ],
)
def test_what_cannot_be_is_refused_and_kept(client, champion, changed, problem):
    html = client.post(HOURS, said(**changed)).text
    assert problem in html
    assert 'value="zqxcourse"' in html
    assert not TimeGiven.objects.exists()


def test_anothers_line_is_neither_seen_nor_changed(client, champion):
    theirs = note(make_person(Role.CHAMPION), text="zqxcourse")
    for name in ("correct", "remove"):
        answer = client.post(reverse(f"care:{name}", args=[theirs.pk]), said())
        assert (answer.status_code, "zqxcourse" in answer.text) == (403, False)
    answer = client.get(reverse("care:correct", args=[theirs.pk]))
    assert (answer.status_code, "zqxcourse" in answer.text) == (403, False)
    assert "zqxcourse" not in client.get(HOURS).text + client.get(reverse("care:hours_file")).text
    assert TimeGiven.objects.get().minutes == 30


def test_the_file_is_a_spreadsheet_that_runs_nothing(client, champion):
    note(champion, 45, '=HYPERLINK("http://x","y")')
    note(champion, 15, "plain")
    answer = client.get(reverse("care:hours_file"))
    assert answer["Content-Disposition"] == 'attachment; filename="my-hours.csv"'
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert rows[0] == ["Day", "What", "Minutes", "Note"]
    assert {row[3] for row in rows[1:3]} == {'\'=HYPERLINK("http://x","y")', "plain"}
    assert rows[-1] == ["Together", "", "60", ""]


def test_the_team_sees_the_sum_and_no_line(client, champion):
    for minutes in (45, 90):
        note(champion, minutes, "zqxcourse")
    client.force_login(make_person(Role.DELIVERY))
    html = client.get(reverse("care:team")).text
    assert "2 h 15 min" in html
    assert "zqxcourse" not in html


@pytest.mark.parametrize("number", [1, 3])
def test_team_and_hours_ask_as_often_for_one_as_for_three(client, champion, number, django_assert_num_queries):
    for _one in range(number):
        note(make_person(Role.CHAMPION))
        note(champion)
    frame()
    with django_assert_num_queries(7):
        client.get(HOURS)
    client.force_login(make_person(Role.DELIVERY))
    with django_assert_num_queries(5):
        client.get(reverse("care:team"))


def test_old_lines_are_on_the_next_page(client, champion):
    for days in range(27):
        day = timezone.localdate() - datetime.timedelta(days=days)
        note_time(person=champion, day=day, kind=TimeKind.OTHER, minutes=10)
    assert "Earlier ones" in client.get(HOURS).text
    assert "Later ones" in client.get(f"{HOURS}?page=2").text


@pytest.mark.parametrize("minutes", [0, 1441])
def test_no_day_has_more_minutes_than_it_has(champion, minutes):
    with pytest.raises(IntegrityError), transaction.atomic():
        note(champion, minutes)


@pytest.mark.parametrize(("minutes", "words"), [(5, "5 min"), (60, "1 h"), (61, "1 h 1 min")])
def test_time_is_said_short(minutes, words):
    assert as_hours(minutes) == words
