"""The link mailed to an adult: names nobody, goes to one address, which is forgotten with the answer. Requirement 5."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from stories.actions import record_agreement
from stories.adult_letters import adult_letters, forget_old_addresses, mail_adult_link
from stories.agreeing import answer_adult_link
from stories.models import AdultLink
from tests.factories import make_person, make_submission
from workflows.people.enums import Band, Role
from workflows.privacy.letters import deliver_due
from workflows.review.errors import Late

pytestmark = pytest.mark.django_db
ADDRESS = "mum@example.org"


@pytest.fixture
def case():
    return make_submission(band=Band.B13_15, words="KEPTWORDS", headline="KEPTTITLE").case


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def token(case):
    return AdultLink.objects.get(submission=case).token


def test_letter_has_the_link_and_nothing_that_tells(case, keeper, mailoutbox, settings):
    mail_adult_link(case=case, person=keeper, address=ADDRESS)
    deliver_due()
    (mail,) = mailoutbox
    assert mail.to == [ADDRESS]
    assert f"{settings.WAGTAILADMIN_BASE_URL}/en/share/adult/{token(case)}/" in mail.body
    words = mail.body.lower().replace(token(case), "")
    assert [telling for telling in ("story", "mental", "health", "kept", str(case)) if telling in words] == []


def test_staff_send_it_from_the_story(client, case, keeper):
    client.force_login(keeper)
    address = reverse("stories:intake_adult_mail", args=[case])
    assert "It has an @ in the middle." in client.post(address, {"address": "mum"}).text
    for _press in range(2):
        assert "The link is on its way." in client.post(address, {"address": ADDRESS}, follow=True).text
    assert adult_letters(case).count() == 1


def test_it_takes_safeguarding_and_a_story_that_waits_for_an_adult(case, keeper):
    for person in (make_person(Role.EDITOR), make_person(Role.SAFEGUARDING, pvg=False)):
        with pytest.raises(PermissionDenied):
            mail_adult_link(case=case, person=person, address=ADDRESS)
    with pytest.raises(Late):
        mail_adult_link(case=make_submission(band=Band.ADULT).case, person=keeper, address=ADDRESS)
    assert not adult_letters(case).exists()


@pytest.mark.parametrize("agrees", [True, False])
def test_address_is_forgotten_with_the_answer(case, keeper, agrees):
    mail_adult_link(case=case, person=keeper, address=ADDRESS)
    assert answer_adult_link(token=token(case), agrees=agrees)
    assert not adult_letters(case).exists()


def test_address_is_forgotten_with_a_link_that_is_too_old(case, keeper):
    mail_adult_link(case=case, person=keeper, address=ADDRESS)
    assert forget_old_addresses() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=31)):
        assert forget_old_addresses() == 1


def test_a_letter_nobody_needs_any_more_is_not_sent(case, keeper, mailoutbox):
    mail_adult_link(case=case, person=keeper, address=ADDRESS)
    AdultLink.objects.update(ends_on=timezone.localdate() - datetime.timedelta(days=1))
    deliver_due()
    assert mailoutbox == []
    assert not adult_letters(case).exists()


def test_after_a_call_no_letter_goes_out(case, keeper):
    mail_adult_link(case=case, person=keeper, address=ADDRESS)
    record_agreement(case=case, person=keeper, text="Her mum, by phone.")
    with pytest.raises(Late):
        mail_adult_link(case=case, person=keeper, address=ADDRESS)
