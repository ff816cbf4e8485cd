"""A complaint about data: no account, a key of its own, thirty days to say that a person has it. Requirement 62."""

import datetime
import re
import uuid

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from stories.complaining import acknowledge, close_complaint, complain, erase_settled, read_complaint, watch_complaints
from stories.models import Complaint
from tests.factories import make_person
from tests.scan import find_in_database, find_in_mail
from tests.stories.room import text_of
from tests.stories.sharing import stamp
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, CaseKey, Erasure, Letter
from workflows.review.errors import Refused

pytestmark = pytest.mark.django_db
FORM = "/en/complain/data/"
LIST = "/en/desk/complaints/"
CANARY = "zqxcomplaint"
DAY = datetime.timedelta(days=1)


def send(client, **other):
    return client.post(FORM, {"text": f"{CANARY} was kept.", "began": stamp(), **other})


def kinds():
    return list(Letter.objects.order_by("created_at").values_list("kind", flat=True))


@pytest.fixture
def administrator():
    return make_person(Role.ADMINISTRATOR)


@pytest.fixture
def made(administrator):
    return complain(text=f"{CANARY} was kept.", address="kim@example.org", language="en")


def test_anyone_complains_without_an_account_and_leaves_no_session(client, administrator):
    answer = send(client)
    assert answer.headers["Location"] == f"{FORM}received/"
    assert "within 30 days" in text_of(client.get(answer.headers["Location"]))
    complaint = Complaint.objects.get()
    assert (complaint.text, complaint.address) == (f"{CANARY} was kept.", "")
    assert complaint.due_on == timezone.localdate() + 30 * DAY
    assert kinds() == [LetterKind.COMPLAINT_MADE]
    assert "sessionid" not in client.cookies


def test_a_second_press_is_no_second_complaint(client, administrator):
    for _press in range(2):
        send(client)
    assert Complaint.objects.count() == 1
    assert kinds() == [LetterKind.COMPLAINT_MADE]
    send(client, address="kim@example.org")
    assert Complaint.objects.count() == 2


def test_its_words_lie_under_a_key_of_its_own_and_in_no_letter(made, mailoutbox):
    assert CaseKey.objects.filter(case=made.case).exists()
    call_command("tick")
    assert len(mailoutbox) == 1
    assert find_in_database(CANARY) == find_in_database("kim@example.org") == find_in_mail(CANARY, mailoutbox) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": " "}, "Write what we did wrong. A few words will do."),
        ({"text": "x" * 10_001}, "This has 10001 characters. Please use 10000 or fewer. Nothing is lost."),
        ({"address": "kim"}, "Write an email address like name@example.com, or leave it empty."),
        ({"website": "x"}, "Something filled in a part of this page that people don’t see."),
        ({"began": ""}, "That was very quick, so we stopped to check."),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, typed, said):
    page = send(client, **{"address": "kim@example.org", **typed})
    assert said in page.text
    assert (typed.get("text", CANARY) if typed.get("text") != " " else "kim@example.org") in page.text
    assert not Complaint.objects.exists()


def test_hostile_text_is_shown_as_text(client, administrator):
    send(client, text="<script>alert(1)</script>\n=1+1 \u202e", address="kim@example.org")
    client.force_login(administrator)
    page = client.get(f"{LIST}{Complaint.objects.get().case}/").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_many_from_one_network_wait_and_get_their_words_back(client):
    for number in range(20):
        send(client, text=f"{CANARY} {number}")
    refused = send(client)
    assert refused.status_code == 429
    assert CANARY in refused.text
    assert Complaint.objects.count() == 20


def test_administrators_list_complaints_without_a_word_of_them(client, administrator, made):
    client.force_login(administrator)
    page = client.get(LIST)
    assert "To acknowledge" in text_of(page)
    assert CANARY not in page.text
    assert not AccessLog.objects.exists()
    assert "Complaints" in page.text[: page.text.index("<main")]


def test_an_administrator_acknowledges_once_and_whoever_gave_an_address_is_told(client, administrator, made):
    client.force_login(administrator)
    address = f"{LIST}{made.case}/"
    assert CANARY in client.get(address).text
    assert AccessLog.objects.get().what == "complaint"
    for _press in range(2):
        client.post(address, {"do": "acknowledge"})
    made.refresh_from_db()
    assert made.acknowledged_at is not None
    assert kinds() == [LetterKind.COMPLAINT_MADE, LetterKind.COMPLAINT_ACKNOWLEDGED]
    assert "Being looked into" in text_of(client.get(LIST))


def test_an_outcome_is_kept_encrypted_and_said_once(client, administrator, made):
    client.force_login(administrator)
    address = f"{LIST}{made.case}/"
    assert "Write what you found and what you changed." in client.post(address, {"do": "close", "outcome": ""}).text
    client.post(address, {"do": "close", "outcome": f"{CANARY} is deleted."})
    close_complaint(case=made.case, person=administrator, outcome="Something else.")
    made.refresh_from_db()
    assert (made.outcome, made.closed_by) == (f"{CANARY} is deleted.", administrator)
    assert made.acknowledged_at is not None
    page = text_of(client.get(address))
    assert f"{CANARY} is deleted." in page
    assert "Close it" not in page
    assert find_in_database(CANARY) == []
    assert re.search("Closed on .* 20", text_of(client.get(LIST)))


def test_one_acknowledged_before_is_closed_without_a_second_letter(administrator, made):
    acknowledge(case=made.case, person=administrator)
    close_complaint(case=made.case, person=administrator, outcome="Done.")
    assert len(kinds()) == 2


def test_without_an_address_nobody_is_written_to(administrator):
    made = complain(text="x", address="", language="en")
    acknowledge(case=made.case, person=administrator)
    assert kinds() == [LetterKind.COMPLAINT_MADE]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_reads_or_settles_one(made, role):
    person = make_person(role)
    for act in (
        lambda: read_complaint(case=made.case, person=person),
        lambda: acknowledge(case=made.case, person=person),
        lambda: close_complaint(case=made.case, person=person, outcome="Fine."),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert not AccessLog.objects.exists()


def test_an_outcome_has_words(administrator, made):
    with pytest.raises(Refused):
        close_complaint(case=made.case, person=administrator, outcome=" ")


def test_administrators_are_warned_once_a_week_before_the_thirty_days_are_over(made):
    with time_machine.travel(timezone.now() + 22 * DAY):
        watch_complaints()
        assert LetterKind.PROMISE_AT_RISK not in kinds()
    with time_machine.travel(timezone.now() + 23 * DAY):
        watch_complaints()
        watch_complaints()
        assert kinds().count(LetterKind.PROMISE_AT_RISK) == 1


def test_one_acknowledged_in_time_warns_nobody(administrator, made):
    acknowledge(case=made.case, person=administrator)
    with time_machine.travel(timezone.now() + 29 * DAY):
        call_command("tick")
    assert LetterKind.PROMISE_AT_RISK not in kinds()


def test_one_settled_a_year_ago_is_erased_with_its_key(administrator, made):
    other = complain(text="x", address="", language="en")
    close_complaint(case=made.case, person=administrator, outcome="Done.")
    assert erase_settled() == 0
    with time_machine.travel(timezone.now() + 366 * DAY):
        call_command("tick")
    assert list(Complaint.objects.values_list("case", flat=True)) == [other.case]
    assert not CaseKey.objects.filter(case=made.case).exists()
    assert Erasure.objects.filter(case=made.case).exists()


def test_the_database_itself_closes_none_that_nobody_acknowledged(made):
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(case=made.case).update(closed_at=timezone.now())


def test_three_complaints_take_as_many_questions_of_the_database_as_one(
    client, administrator, made, django_assert_max_num_queries
):
    client.force_login(administrator)
    client.get(LIST)
    counts = []
    for _number in range(2):
        with django_assert_max_num_queries(30) as asked:
            client.get(LIST)
        counts.append(len(asked))
        complain(text="x", address="", language="en")
        complain(text="y", address="", language="en")
    assert counts[0] == counts[1]


def test_an_unknown_complaint_is_not_found(client, administrator):
    client.force_login(administrator)
    assert client.get(f"{LIST}{uuid.uuid4()}/").status_code == 404


def test_the_page_about_complaining_leads_to_the_form(client):
    assert f'href="{FORM}"' in client.get("/en/complain/").text
