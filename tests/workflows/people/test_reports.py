"""Letters not sent are listed for safeguarding and administrators, with no address and no case."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.privacy.actions import write_letter
from workflows.privacy.casekeys import mint_key
from workflows.privacy.models import PAUSES, Letter

pytestmark = pytest.mark.django_db
SEES = [Role.SAFEGUARDING, Role.ADMINISTRATOR]


@pytest.fixture
def unsent():
    case = uuid.uuid4()
    mint_key(case)
    letter = write_letter(case=case, address="author@example.org", kind="question_asked", language="en")
    Letter.objects.filter(pk=letter.pk).update(tries=len(PAUSES), failure="SMTPRecipientsRefused")
    return letter


@pytest.mark.parametrize("role", SEES)
def test_given_up_letters_are_listed_without_address_or_case(client, unsent, role):
    client.force_login(make_person(role))
    sent = write_letter(case=unsent.case, address="b@example.org", kind="story_published", language="en")
    Letter.objects.filter(pk=sent.pk).update(sent_at=timezone.now())
    page = client.get(reverse("unsent_letters")).content.decode()
    assert "Question Asked" in page
    assert "SMTPRecipientsRefused" in page
    assert "Story Published" not in page
    assert "author@example.org" not in page
    assert str(unsent.case) not in page
    assert reverse("unsent_letters") in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("unsent_letters_results")).status_code == 200


@pytest.mark.parametrize("role", [role for role in Role if role not in SEES])
def test_others_do_not_see_them(client, unsent, role):
    client.force_login(make_person(role))
    for name in ("unsent_letters", "unsent_letters_results"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302
        assert b"SMTPRecipientsRefused" not in answer.content


def test_listing_costs_the_same_for_one_and_three(client, unsent):
    client.force_login(make_person(Role.SAFEGUARDING))
    client.get(reverse("unsent_letters"))
    counts = []
    for _i in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("unsent_letters"))
        counts.append(len(queries))
        for _j in range(2):
            letter = write_letter(case=unsent.case, address="c@example.org", kind="question_asked", language="en")
            Letter.objects.filter(pk=letter.pk).update(tries=len(PAUSES), failure="TimeoutError")
    assert counts[0] == counts[1]
