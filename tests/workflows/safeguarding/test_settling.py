"""Reports of passers-by are opened and settled by safeguarding alone, whatever address somebody comes by."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog
from workflows.safeguarding.enums import Wrong
from workflows.safeguarding.reporting import close_report, read_report, report_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return report_page(page="/en/", wrong=Wrong.OTHER, text="It names me.", address="", language="en")


def others():
    return [make_person(role) for role in Role if role != Role.SAFEGUARDING] + [make_person(is_superuser=True)]


def test_nobody_else_opens_or_settles_a_report(report):
    for person in others():
        with pytest.raises(PermissionDenied):
            read_report(case=report.case, person=person)
        with pytest.raises(PermissionDenied):
            close_report(case=report.case, person=person, outcome="Nothing.")
    report.refresh_from_db()
    assert (report.closed_at, AccessLog.objects.count()) == (None, 0)


def test_safeguarding_opens_it_and_is_written_down(report):
    keeper = make_person(Role.SAFEGUARDING)
    assert read_report(case=report.case, person=keeper).text == "It names me."
    assert list(AccessLog.objects.values_list("person", "case")) == [(keeper.pk, report.case)]
