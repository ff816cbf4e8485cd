"""A notice for everyone: on every public page, in its hours alone, in the language spoken, by those who may."""

import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale

from home.frame import frame
from home.models import Notice
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
TEXT = "Childline’s phone is down tonight. You can still text SHOUT to 85258."
HOUR = datetime.timedelta(hours=1)
MAY = (Role.EDITOR, Role.SAFEGUARDING, Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def _cold_cache():
    cache.clear()


def make_notice(*, starts=-HOUR, ends=HOUR, language="en", text=TEXT) -> Notice:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    now = timezone.now()
    return Notice.objects.create(locale=locale, text=text, starts_at=now + starts, ends_at=now + ends)


def test_it_stands_on_every_kind_of_public_page_and_in_the_private_rooms(client):
    make_notice()
    for address in ("/en/", "/en/share/", "/en/search/", "/en/my-story/", make_public_story().get_url()):
        assert TEXT in client.get(address).text, address
    assert TEXT in client.get("/en/nothing-here/").text


@pytest.mark.parametrize(
    ("starts", "ends", "shown"), [(-HOUR, HOUR, True), (HOUR, 2 * HOUR, False), (-2 * HOUR, -HOUR, False)]
)
def test_it_is_shown_in_its_hours_alone(client, starts, ends, shown):
    make_notice(starts=starts, ends=ends)
    assert (TEXT in client.get("/en/").text) == shown
    assert ('class="alerts"' in client.get("/en/").text) == shown


def test_one_that_was_kept_begins_and_ends_by_the_clock():
    make_notice(starts=HOUR, ends=2 * HOUR)
    kept = frame()
    for hours, shown in ((0, 0), (1.5, 1), (2.5, 0)):
        with time_machine.travel(timezone.now() + hours * HOUR):
            assert len(kept.alerts_now) == shown


def test_the_first_language_stands_in_until_there_is_one_of_its_own():
    make_notice()
    with override("gd"):
        assert [(one.text, one.language) for one in frame().alerts_now] == [(TEXT, "en")]
        cache.clear()
        make_notice(language="gd", text="Tha an loidhne dùinte.")
        assert [(one.text, one.language) for one in frame().alerts_now] == [("Tha an loidhne dùinte.", "gd")]


def test_words_of_a_notice_are_only_words(client):
    make_notice(text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get("/en/").text


def test_an_end_before_the_beginning_is_refused():
    notice = Notice(text=TEXT, starts_at=timezone.now(), ends_at=timezone.now() - HOUR, locale=Locale.get_default())
    with pytest.raises(ValidationError, match="before it begins"):
        notice.full_clean()


@pytest.mark.parametrize("role", Role)
def test_who_may_put_one_up(client, role):
    client.force_login(make_person(role))
    data = {"text": TEXT, "starts_at": "2026-01-01 10:00", "ends_at": "2036-01-01 10:00"}
    client.post("/admin/snippets/home/notice/add/", data)
    assert Notice.objects.exists() == (role in MAY)
