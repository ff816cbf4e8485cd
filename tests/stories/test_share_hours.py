"""What somebody who shares is told of people's hours, and by when they may expect what. Requirements 3 and 11."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from stories.hours import people_there
from stories.models import Submission
from stories.outlook import outlook_from
from stories.sharing import Sharing
from tests.stories.sharing import send, url, with_code
from workflows.review.models import ChampionReviewTask, PrepareTask, PublishTask
from workflows.review.outlook import days_allowed
from workflows.safeguarding.models import Rota

WEEKDAYS = "People read stories Monday to Friday, 9am to 5pm."
HOLIDAYS = {"closed_from": datetime.date(2026, 11, 30), "closed_until": datetime.date(2026, 12, 4)}
NOBODY = "Nobody is reading right now."


def at(day: int, hour: int):
    return datetime.datetime(2026, 11, day, hour, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("decided", "moment", "now"),
    [
        ({}, at(27, 9), "Someone is reading today until 5pm."),
        ({}, at(27, 7), f"{NOBODY} Someone is back today at 9am."),
        ({}, at(26, 17), f"{NOBODY} Someone is back tomorrow at 9am."),
        ({}, at(27, 17), f"{NOBODY} Someone is back on Monday 30 November at 9am."),
        ({}, at(28, 12), f"{NOBODY} Someone is back on Monday 30 November at 9am."),
        ({}, at(29, 12), f"{NOBODY} Someone is back tomorrow at 9am."),
        ({"reads_from": datetime.time(9, 30)}, at(27, 9), f"{NOBODY} Someone is back today at 9:30am."),
        (HOLIDAYS, at(30, 7), f"{NOBODY} Someone is back on Monday 7 December at 9am."),
        (HOLIDAYS, at(27, 16), "Someone is reading today until 5pm."),
    ],
)
def test_now_is_told_with_the_day_somebody_is_back(decided, moment, now):
    assert people_there(Sharing(**decided), moment).now == now


def test_hours_are_told_as_the_charity_set_them():
    assert people_there(Sharing()).hours == WEEKDAYS
    changed = Sharing(reads_weekends=True, reads_until=datetime.time(20, 30))
    assert people_there(changed).hours == "People read stories every day, 9am to 8:30pm."


@pytest.mark.django_db
@pytest.mark.parametrize(("moment", "said"), [(at(27, 10), "Someone is reading today"), (at(28, 10), NOBODY)])
def test_what_happens_says_when_people_are_there(client, moment, said):
    with time_machine.travel(moment, tick=False):
        page = client.get(url("what-happens")).content.decode()
    assert f"{WEEKDAYS} {said}" in page


@pytest.mark.django_db
def test_readers_have_ten_days_and_publishing_five():
    assert days_allowed() == {ChampionReviewTask: 10, PrepareTask: 7, PublishTask: 5}


@pytest.mark.django_db
def test_dates_follow_what_is_set_for_the_steps(django_assert_num_queries):
    ChampionReviewTask.objects.update(days=3)
    PublishTask.objects.update(active=False)
    with django_assert_num_queries(1):
        dates = outlook_from(datetime.date(2026, 11, 27))
    assert [day.day for day in dates] == [27, 30, 7, 7]


@pytest.mark.django_db
@time_machine.travel(at(25, 10), tick=False)
def test_sending_shows_every_promise_as_a_date(client):
    with_code(client)
    before = client.get(url("ten-words")).content.decode()
    client.post(url("ten-words"), {"do": "send"})
    after = client.get(url("sent")).content.decode()
    for page in (before, after):
        assert "By <b>27 November</b> a person from our safeguarding team has answered you." in page
        assert "By about 7 December trained volunteers have read it." in page
        assert "By about 14 December your page is made, and you can see it." in page
        assert "it is out by about 19 December." in page
        assert "Someone is reading today until 5pm." in page


@pytest.mark.django_db
def test_after_an_answer_old_dates_are_not_shown(client):
    story, _code = send(client)
    Submission.objects.filter(case=story.case).update(state="accepted")
    assert "By about" not in client.get(url("sent")).content.decode()


@pytest.mark.django_db
def test_not_today_leads_to_help_and_to_a_way_back(client):
    page = client.get(url("not-today")).content.decode()
    assert "You can come back any day, and you don’t have to." in page
    assert "We keep it for 30 days after you last saved it." in page
    assert 'href="/en/my-story/">Carry on with my ten words</a>' in page
    assert 'href="tel:08001111"' in page
    assert page.count('class="btn plain"') == 2


def shifts(*hours: tuple) -> list:
    return [(at(*begins), at(*ends)) for begins, ends in hours]


@pytest.mark.parametrize(
    ("named", "moment", "now"),
    [
        ([((27, 9), (27, 17))], at(27, 10), "Someone is reading today until 5pm."),
        ([((27, 12), (27, 17))], at(27, 10), f"{NOBODY} Someone is back today at 12pm."),
        (
            [((28, 0), (29, 0)), ((30, 8), (30, 17))],
            at(27, 18),
            f"{NOBODY} Someone is back on Monday 30 November at 9am.",
        ),
        ([], at(27, 10), f"{NOBODY} We don’t know yet when someone is back."),
    ],
)
def test_where_a_rota_is_kept_only_those_named_are_there(named, moment, now):
    assert people_there(Sharing(), moment, shifts(*named)).now == now


@pytest.mark.django_db
def test_the_page_that_says_who_is_there_goes_by_the_rota(client):
    with time_machine.travel(at(27, 10), tick=False):
        assert "Someone is reading today" in client.get("/en/report/received/").text
        Rota.objects.update(kept=True)
        assert "We don’t know yet when someone is back." in client.get("/en/report/received/").text
