"""A passer-by reports a page: from its foot, without an account or a script. Requirement 23."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from stories.attempts import LIMITS
from tests.factories import make_person, make_public_story
from tests.stories.sharing import stamp
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, Letter
from workflows.safeguarding.enums import Wrong
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import PageReport
from workflows.safeguarding.pagereport import KEPT_DAYS
from workflows.safeguarding.reporting import close_report, erase_settled_reports, report_page

pytestmark = pytest.mark.django_db
FORM, LIST = "/en/report/", "/en/desk/reports/"


def send(client, **data):
    said = {"page": "/en/stories/abcdefgh/", "wrong": "danger", "text": "Quellnymphenhaus", "began": stamp()}
    return client.post(FORM, said | data, follow=True)


def make_report(**fields):
    said = {"page": "/en/", "wrong": Wrong.OTHER, "text": "Quellnymphenhaus", "address": "", "language": "en"}
    return report_page(**said | fields)


@pytest.fixture
def keeper(client):
    """Somebody of safeguarding, signed in."""
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


@pytest.mark.parametrize("path", ["/en/", "/en/stories/", "/en/packs/", "/en/help/", "/en/search/?q=bus", "story"])
def test_every_public_page_has_a_link_at_its_foot_that_names_it(client, path):
    path = make_public_story().url if path == "story" else path
    foot = BeautifulSoup(client.get(path).content, "html.parser").find("footer")
    link = foot.find("a", string="Report this page")["href"]
    assert link == f"{FORM}?page={path.partition('?')[0]}"
    assert path.partition("?")[0] in client.get(link).text


@pytest.mark.parametrize("path", ["/en/share/", "/en/my-story/", "/en/no-such/", "/en/complain/data/"])
def test_a_private_page_names_itself_nowhere(client, path):
    assert "Report this page" not in client.get(path).text


def test_a_report_is_kept_locked_and_safeguarding_hears_without_a_word_of_it(client):
    keepers, story = [make_person(Role.SAFEGUARDING) for _number in range(2)], make_public_story()
    answer = send(client, page=story.url, address="reader@example.org")
    assert "Thank you for telling us" in answer.text
    report = PageReport.objects.get()
    assert (report.page, report.wrong, report.text) == (story.url, Wrong.DANGER, "Quellnymphenhaus")
    assert {letter.person for letter in Letter.objects.filter(kind=LetterKind.PAGE_REPORTED)} == set(keepers)
    assert not is_frozen(story.case)
    assert "sessionid" not in client.cookies


def test_a_double_press_is_one_report(client):
    for _press in range(2):
        send(client)
    assert PageReport.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"wrong": ""}, "Choose what is wrong."),
        ({"wrong": "spam"}, "Select a valid choice"),
        ({"address": "nobody"}, "Write an email address"),
        ({"text": "x" * 10_001}, "10000 or fewer"),
        ({"text": "Quellnymphenhaus\x00"}, "hidden character"),
        ({"website": "http://spam"}, "Something filled in a part"),
        ({"began": ""}, "That was very quick"),
    ],
)
def test_what_cannot_be_taken_is_given_back(client, data, sentence):
    answer = send(client, **data)
    assert sentence in answer.text
    assert "x" * 99 in answer.text or "Quellnymphenhaus" in answer.text
    assert not PageReport.objects.exists()


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_an_address_that_is_not_ours_is_dropped(client, page):
    send(client, page=page)
    assert PageReport.objects.get().page == ""


def test_a_network_that_sends_very_many_waits_and_gets_its_words_back(client):
    for number in range(LIMITS["report"][0] + 1):
        answer = send(client, text=f"Quellnymphenhaus, for the time {number}")
    assert answer.status_code == 429
    assert "Quellnymphenhaus" in answer.text
    assert PageReport.objects.count() == LIMITS["report"][0]


def test_danger_comes_first_and_no_word_is_shown_in_the_list(client, keeper):
    make_report(page="/en/older/"), make_report(page="/en/danger/", wrong=Wrong.DANGER)
    page = client.get(LIST).text
    assert page.index("/en/danger/") < page.index("/en/older/")
    assert "Quellnymphenhaus" not in page
    assert not AccessLog.objects.exists()


def test_a_report_is_read_leads_to_pausing_and_is_closed_with_what_came_of_it(client, keeper):
    story = make_public_story()
    report = make_report(page=story.url, address="reader@example.org")
    one = reverse("stories:page_report", args=[report.case])
    page = client.get(one).text
    assert "Quellnymphenhaus" in page
    assert reverse("safeguarding:worry", args=[story.case]) in page
    assert AccessLog.objects.get(case=report.case).what == "report of a page"
    assert "There is a problem" in client.post(one, {"outcome": " "}).text
    for _press in range(2):
        client.post(one, {"outcome": "Looked; all well."})
    report.refresh_from_db()
    assert (report.outcome, report.closed_by) == ("Looked; all well.", keeper)
    letter = Letter.objects.get(kind=LetterKind.REPORT_READ)
    assert (letter.address, letter.case) == ("reader@example.org", report.case)
    assert "/en/stories/" in client.get(f"{LIST}?settled").text


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING])
def test_reports_are_for_safeguarding_alone(client, role):
    report = make_report()
    client.force_login(make_person(role, is_superuser=role == Role.ADMINISTRATOR))
    one = reverse("stories:page_report", args=[report.case])
    for answer in (client.get(LIST), client.get(one), client.post(one, {"outcome": "x"})):
        assert answer.status_code == 403
        assert "Quellnymphenhaus" not in answer.text
    assert PageReport.objects.get().closed_at is None


def test_settled_reports_are_erased_in_time():
    keeper = make_person(Role.SAFEGUARDING)
    old, waiting = make_report(text="old"), make_report(text="waiting")
    close_report(case=old.case, person=keeper, outcome="x")
    assert erase_settled_reports() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=KEPT_DAYS, hours=1)):
        assert erase_settled_reports() == 1
    assert PageReport.objects.get() == waiting


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_costs_the_same_however_many(client, keeper, number, django_assert_max_num_queries):
    for place in range(number):
        make_report(text=f"{place}")
    client.get(LIST)
    with django_assert_max_num_queries(6):
        client.get(LIST)
