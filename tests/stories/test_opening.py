"""Nobody is asked for a story before everything that keeps them safe is there. Requirements 59 and 66."""

import datetime
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import timezone

from home.models import HelpLine
from stories.checks import sharing_waits
from stories.enums import Why
from stories.opening import closed_now
from stories.readiness import checks, is_ready
from stories.sharing import Sharing
from tests.factories import make_person
from tests.workflows.people.signing import give_app
from workflows.people.enums import Role
from workflows.people.factors import has_second_step
from workflows.people.models import User
from workflows.privacy.keyring import read_ring, write_ring
from workflows.privacy.models import Backup, DataKind, DataProtection
from workflows.safeguarding.models import Rota, Shift

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/opening/"


def make_ready(settings, tmp_path) -> None:
    """Set right every point that there is."""
    today, later = timezone.localdate(), timezone.localdate() + datetime.timedelta(days=90)
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
    ring = read_ring(Path(settings.KEYRING_PATH))
    settings.KEYRING_PATH = tmp_path / "keys" / "ring.json"
    write_ring(settings.KEYRING_PATH, ring)
    settings.MEDIA_ROOT = tmp_path / "media"
    lead, deputy = make_person(Role.SAFEGUARDING), make_person(Role.SAFEGUARDING)
    for person in (lead, deputy):
        give_app(person)
    now = timezone.now()
    Shift.objects.create(starts_at=now, ends_at=now + datetime.timedelta(days=30), lead=lead, deputy=deputy)
    Rota.objects.update(kept=True)
    Backup.objects.create(name="one", made_at=now, size=1, tried_at=now)
    HelpLine.objects.update(last_checked=today, next_check=later)
    Sharing.objects.update(contact_name="Ishbel", contact_number="0131 496 0000")
    DataProtection.objects.update(
        dpia_reference="DPIA 7",
        dpia_review_on=later,
        complaint_address="data@example.org",
        scope="We publish ourselves.",
        children_access="They can.",
        scope_review_on=later,
    )


@pytest.fixture
def ready(settings, tmp_path):
    settings.SHARE_NEEDS_CHECKS = True
    make_ready(settings, tmp_path)
    cache.clear()
    yield
    cache.clear()


def missing() -> list[str]:
    return [check.name for check in checks() if not check.ok]


def test_with_every_point_set_right_sharing_is_open(client, ready):
    assert missing() == []
    assert is_ready()
    assert closed_now() is None
    assert "Are you OK to do this now?" in client.get("/en/share/").text


BREAK = {
    "Two safeguarding people": lambda: User.objects.in_role(Role.SAFEGUARDING).last().delete(),
    "Rota": lambda: Rota.objects.update(kept=False),
    "Help lines": lambda: HelpLine.objects.filter(name="Shout").update(next_check=None),
    "Promises": lambda: Sharing.objects.update(contact_number=""),
    "Impact assessment": lambda: DataProtection.objects.update(dpia_reference=""),
    "Online Safety Act": lambda: DataProtection.objects.update(scope_review_on=timezone.localdate().replace(year=2020)),
    "Complaints": lambda: DataProtection.objects.update(complaint_address=""),
    "Backup tried": lambda: Backup.objects.update(tried_at=timezone.now() - datetime.timedelta(days=190)),
}


@pytest.mark.parametrize("name", BREAK)
def test_one_missing_point_keeps_sharing_closed_with_help_on_the_page(client, ready, name):
    BREAK[name]()
    assert missing() == [name]
    assert closed_now().why == Why.NOT_OPEN
    answer = client.get("/en/share/")
    assert "This site is still being made ready." in answer.text
    assert "116 123" in answer.text


def test_a_language_without_approved_wording_is_a_missing_point(ready, settings):
    settings.LANGUAGES = [("en", "English"), ("pl", "Polish")]
    assert missing() == ["Consent wording"]


def test_one_of_two_who_loses_their_second_step_closes_sharing(ready):
    lead = User.objects.in_role(Role.SAFEGUARDING).first()
    assert has_second_step(lead)
    lead.authenticator_set.all().delete()
    assert (has_second_step(lead), missing()) == (False, ["Two safeguarding people"])


def test_the_page_has_every_point_that_is_asked_of_a_real_site():
    """The order is that in which a charity would set them right."""
    assert [check.name for check in checks()] == [
        *("Two safeguarding people", "Rota", "Consent wording", "Help lines", "Promises"),
        *("Impact assessment", "Online Safety Act", "Complaints", "Keys apart from the database", "Backup tried"),
    ]


def test_keys_among_the_files_are_a_missing_point(ready, settings):
    settings.KEYRING_PATH = settings.MEDIA_ROOT / "keyring.json"
    assert missing() == ["Keys apart from the database"]


def test_a_real_site_is_not_started_with_sharing_open_whatever_is_missing(settings):
    settings.SHARE_NEEDS_CHECKS = False
    assert [error.id for error in sharing_waits(None)] == ["stories.E001"]
    settings.SHARE_NEEDS_CHECKS = True
    assert sharing_waits(None) == []


def test_administrators_see_what_is_missing_and_where_to_mend_it(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    page = client.get(PAGE).text
    assert f"{len(missing())} things are missing" in page
    assert "/admin/settings/privacy/dataprotection/" in page


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.ADMINISTRATOR, Role.SAFEGUARDING)])
def test_the_others_see_nothing_of_it(client, role):
    client.force_login(make_person(role))
    answer = client.get(PAGE)
    assert answer.status_code == 403
    assert "missing" not in answer.text


def test_the_privacy_notice_says_on_what_ground_each_kind_of_data_is_held(client):
    DataProtection.objects.update(dpia_reference="DPIA 7", scope="We publish ourselves.", children_access="They can.")
    page = client.get("/en/privacy-adults/").text
    kinds = DataKind.objects.all()
    assert kinds.count() > 5
    for words in ("DPIA 7", "We publish ourselves.", "They can.", *(kind.name for kind in kinds)):
        assert words in page
