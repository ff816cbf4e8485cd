"""Wordings and their numbers in the Wagtail admin: administrators alone, and nothing that was approved changes.

Requirement 65.
"""

import datetime
import uuid

import pytest
from django.utils import timezone

from tests.factories import make_person, make_submission, make_wording
from workflows.people.enums import Role
from workflows.privacy.actions import end_consent, give_consent
from workflows.privacy.enums import Use
from workflows.privacy.exports import harmless
from workflows.privacy.models import Consent, ConsentWording
from workflows.privacy.reports import ConsentsReport

pytestmark = pytest.mark.django_db
SNIPPET = "/admin/snippets/privacy/consentwording/"
REPORT = "/admin/reports/consents/"
DRAFT = {"use": "pack", "language": "gd", "text": "Tha mi ag aontachadh.", "ending": "Sin e."}


@pytest.fixture
def administrator(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    return client


def test_a_new_wording_is_a_draft_with_the_next_version(administrator):
    for version in (1, 2):
        assert administrator.post(f"{SNIPPET}add/", DRAFT).status_code == 302
        newest = ConsentWording.objects.filter(language="gd").order_by("-version").first()
        assert (newest.version, newest.approved_at) == (version, None)


def test_a_draft_is_changed_and_approved_by_its_own_tick(administrator):
    administrator.post(f"{SNIPPET}add/", DRAFT)
    wording = ConsentWording.objects.get(language="gd")
    address = f"{SNIPPET}edit/{wording.pk}/"
    assert 'name="approve"' in administrator.get(address).text
    administrator.post(address, DRAFT | {"text": "Eile."})
    assert ConsentWording.objects.get(language="gd").text == "Eile."
    administrator.post(address, DRAFT | {"text": "Eile.", "approve": "on"})
    wording.refresh_from_db()
    assert (wording.stands, wording.version, wording.text) == (True, 1, "Eile.")
    refused = administrator.post(address, DRAFT)
    assert "These words were approved. They stay as they are." in refused.text
    wording.refresh_from_db()
    assert wording.text == "Eile."


def test_a_draft_moved_to_another_use_gets_a_version_there(administrator):
    administrator.post(f"{SNIPPET}add/", DRAFT | {"language": "en"})
    draft = ConsentWording.objects.get(approved_at=None)
    administrator.post(f"{SNIPPET}edit/{draft.pk}/", DRAFT | {"language": "en", "use": "press"})
    draft.refresh_from_db()
    assert (draft.use, draft.version) == ("press", 2)
    draft.version = 1  # as two administrators at once would leave it
    draft.use, draft.language = "press", "gd"
    draft.save()
    administrator.post(f"{SNIPPET}edit/{draft.pk}/", DRAFT | {"language": "en", "use": "press"})
    draft.refresh_from_db()
    assert draft.version == 2


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_opens_wordings_or_their_report(client, role):
    client.force_login(make_person(role))
    for address in (SNIPPET, f"{SNIPPET}add/", REPORT, f"{REPORT}results/"):
        assert client.get(address).status_code in (302, 403)
    assert client.post(f"{SNIPPET}add/", DRAFT).status_code in (302, 403)
    assert not ConsentWording.objects.filter(language="gd").exists()


def test_nobody_deletes_a_wording_in_the_admin(administrator):
    wording = make_wording(Use.PACK)
    assert administrator.post(f"{SNIPPET}delete/{wording.pk}/").status_code in (302, 403, 404)
    assert ConsentWording.objects.filter(pk=wording.pk).exists()


def agreed(use, times, version=1):
    wording = make_wording(use, version=version)
    return [give_consent(case=uuid.uuid4(), use=use, wording=wording) for _time in range(times)]


def test_report_counts_who_agreed_to_each_version(administrator, django_assert_max_num_queries):
    agreed(Use.PACK, 3)
    ended, ran_out, _stands, _too = agreed(Use.PACK, 4, version=2)
    end_consent(case=ended.case)
    Consent._base_manager.filter(pk=ran_out.pk).update(ends_on=timezone.localdate() - datetime.timedelta(days=1))
    rows = {(row.use, row.version): (row.standing, row.ended) for row in ConsentsReport().get_queryset()}
    assert (rows["pack", 1], rows["pack", 2], rows["press", 1]) == ((3, 0), (2, 2), (0, 0))
    with django_assert_max_num_queries(30):
        assert "use my story in a pack for schools" in administrator.get(REPORT).text


def test_report_and_its_export_name_no_case_and_nobody(administrator):
    case = make_submission().case
    page, rows = administrator.get(REPORT).text, administrator.get(f"{REPORT}results/").text
    export = b"".join(administrator.get(f"{REPORT}?export=csv")).decode()
    assert export.splitlines()[0] == "Use,Language,Version,Approved,Stand,Have ended"
    assert len(export.splitlines()) == 1 + ConsentWording.objects.count()
    for text in (page, rows, export):
        assert str(case) not in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " ="])
def test_a_cell_that_would_be_a_formula_is_written_as_text(administrator, start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert (harmless("plain"), harmless(-1), harmless(None)) == ("plain", -1, None)


def test_an_export_is_harmless_whatever_a_wording_is_called(administrator):
    ConsentWording.objects.create(use=Use.PACK, language="=1+1", version=1, text="x")
    assert ",'=1+1," in b"".join(administrator.get(f"{REPORT}?export=csv")).decode()
