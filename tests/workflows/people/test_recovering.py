"""Who lost every second step gets back in by two people and a day, and by nobody alone."""

import datetime
import re

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import Recovery, SignInEvent
from workflows.people.news import Outcome, SignInNews
from workflows.people.recovering import NotNow, confirm_recovery, finish_recovery, start_recovery, stop_recovery
from workflows.people.seconds import token_for
from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import deliver_due
from workflows.privacy.models import Letter
from workflows.privacy.signals import minute

from .signing import give_app, has_factors, sign_in, type_password

pytestmark = pytest.mark.django_db(transaction=True)
OUTSIDE = "second@example.org"


@pytest.fixture
def lost():
    person = make_person(Role.CHAMPION)
    give_app(person)
    return person


@pytest.fixture
def two():
    return make_person(Role.ADMINISTRATOR, name="Marion"), make_person(Role.ADMINISTRATOR, name="Ailsa")


def pass_time(**passed):
    with time_machine.travel(timezone.now() + datetime.timedelta(**passed)):
        minute.send(sender=None, now=timezone.now())


def test_two_people_and_a_day_take_every_second_step_and_the_password_away(client, lost, two, mailoutbox):
    first, second = two
    client.force_login(lost)
    recovery = start_recovery(person=lost, by=first)
    confirm_recovery(recovery=recovery, by=second)
    finish_recovery(recovery=recovery)
    pass_time(hours=23)
    assert has_factors(lost)
    pass_time(hours=25)
    lost.refresh_from_db()
    recovery.refresh_from_db()
    assert not has_factors(lost)
    assert not lost.has_usable_password()
    assert recovery.outcome == Outcome.DONE
    assert client.get("/en/desk/")["Location"].startswith("/accounts/login/")
    news = list(SignInEvent.objects.order_by("pk").values_list("news", "by"))
    assert news == [
        (SignInNews.STARTED, first.pk),
        (SignInNews.CONFIRMED, second.pk),
        (SignInNews.RECOVERED, second.pk),
    ]
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[lost.email]] * 3
    assert re.search(r"/accounts/password/reset/key/\S+/", mailoutbox[-1].body)


def test_the_letters_link_leads_to_a_password_and_that_to_a_new_second_step(client, lost, two, mailoutbox, settings):
    settings.SECOND_STEP_REQUIRED = True
    recovery = start_recovery(person=lost, by=two[0])
    confirm_recovery(recovery=recovery, by=two[1])
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=25)):
        finish_recovery(recovery=recovery)
        deliver_due()
        link = re.search(r"/accounts/password/reset/key/\S+/", mailoutbox[-1].body).group()
        page = client.get(link, follow=True)
        new = {"password1": "quite another long one", "password2": "quite another long one"}
        client.post(page.request["PATH_INFO"], new)
        type_password(client, lost.email, "quite another long one")
        assert client.get("/accounts/login/")["Location"] == reverse("mfa_index")
        assert "no longer works" in client.get(link, follow=True).text


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_administrators_begin_and_confirm(lost, two, role):
    other = make_person(role)
    with pytest.raises(PermissionDenied):
        start_recovery(person=lost, by=other)
    recovery = start_recovery(person=lost, by=two[0])
    with pytest.raises(PermissionDenied):
        confirm_recovery(recovery=recovery, by=other)


def test_nobody_does_it_alone_or_for_themselves(two):
    first, second = two
    with pytest.raises(PermissionDenied):
        start_recovery(person=first, by=first)
    recovery = start_recovery(person=first, by=second)
    for by in (first, second, None):
        with pytest.raises(PermissionDenied):
            confirm_recovery(recovery=recovery, by=by)
    assert Recovery.objects.get().confirmed_at is None


def test_the_database_refuses_one_person_for_two(lost, two):
    recovery = start_recovery(person=lost, by=two[0])
    now = timezone.now()
    for changed in (
        {"confirmed_by": two[0], "confirmed_at": now, "ready_at": now},
        {"confirmed_by": lost, "confirmed_at": now, "ready_at": now},
        {"started_by": lost},
        {"ready_at": now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recovery.objects.filter(pk=recovery.pk).update(**changed)


def test_unconfirmed_it_never_ends_in_anything_and_is_gone_after_a_week(lost, two):
    recovery = start_recovery(person=lost, by=two[0])
    finish_recovery(recovery=recovery)
    pass_time(days=6)
    assert Recovery.objects.running().exists()
    pass_time(days=8)
    assert not Recovery.objects.running().exists()
    assert has_factors(lost)


def test_signing_in_with_the_second_step_stops_it(client, two):
    person = make_person(Role.CHAMPION)
    secret = give_app(person)
    confirm_recovery(recovery=start_recovery(person=person, by=two[0]), by=two[1])
    type_password(client, person.email)
    assert Recovery.objects.running().exists()
    sign_in(client, person, secret)
    assert Recovery.objects.get().outcome == Outcome.STOPPED
    pass_time(hours=25)
    assert has_factors(person)


def test_once_begun_or_ended_a_second_press_finds_it_so(lost, two):
    recovery = start_recovery(person=lost, by=two[0])
    with pytest.raises(NotNow):
        start_recovery(person=lost, by=two[1])
    confirm_recovery(recovery=recovery, by=two[1])
    ready_at = Recovery.objects.get().ready_at
    with pytest.raises(NotNow):
        confirm_recovery(recovery=recovery, by=make_person(Role.ADMINISTRATOR))
    assert Recovery.objects.get().ready_at == ready_at
    stop_recovery(recovery=recovery, by=lost)
    with pytest.raises(NotNow):
        stop_recovery(recovery=recovery, by=two[0])
    pass_time(hours=25)
    assert has_factors(lost)


def test_others_stop_nothing(lost, two):
    with pytest.raises(PermissionDenied):
        stop_recovery(recovery=start_recovery(person=lost, by=two[0]), by=make_person(Role.CHAMPION))


def test_the_outside_second_gets_a_letter_and_confirms_once(client, lost, two, mailoutbox, settings):
    settings.OUTSIDE_SECOND = OUTSIDE
    start_recovery(person=lost, by=two[0], outside=True)
    deliver_due()
    letter = next(mail for mail in mailoutbox if mail.to == [OUTSIDE])
    assert str(lost) not in letter.body
    link = re.search(r"/second/\S+/", letter.body).group()
    page = client.get(link)
    assert f"{two[0]} says that {lost}" in page.text
    assert "Tick this only when you spoke with them" in client.post(link).text
    assert "It is confirmed" in client.post(link, {"spoke": "on"}).text
    assert "opens nothing any more" in client.post(link, {"spoke": "on"}).text
    recovery = Recovery.objects.get()
    assert (recovery.confirmed_by, recovery.confirmed_at is not None) == (None, True)
    pass_time(hours=25)
    assert not has_factors(lost)


@pytest.mark.parametrize("token", ["made-up", "a:b:c"])
def test_a_made_up_link_of_the_outside_second_opens_nothing(client, token):
    assert "opens nothing any more" in client.get(reverse("people:second", args=[token])).text


def test_the_outside_seconds_link_opens_nothing_nobody_asked_them_about(client, lost, two):
    recovery = start_recovery(person=lost, by=two[0])
    link = reverse("people:second", args=[token_for(recovery.pk)])
    assert client.post(link, {"spoke": "on"}).status_code == 403
    with time_machine.travel(timezone.now() + datetime.timedelta(days=8)):
        assert "opens nothing any more" in client.get(link).text


def test_the_outside_second_is_a_third_person(lost, two, settings):
    for address in ("", lost.email.upper(), two[0].email):
        settings.OUTSIDE_SECOND = address
        with pytest.raises(NotNow):
            start_recovery(person=lost, by=two[0], outside=True)


def test_administrators_do_it_in_a_room_of_their_own(client, lost, two):
    client.force_login(two[0])
    room = reverse("people:recoveries")
    assert "Begun. They get a letter" in client.post(room, {"person": lost.pk}, follow=True).text
    recovery = Recovery.objects.get()
    own = client.get(room).text
    assert "I spoke with them: confirm" not in own
    assert client.post(reverse("people:confirm_recovery", args=[recovery.pk])).status_code == 403
    client.force_login(two[1])
    assert "I spoke with them: confirm" in client.get(room).text
    assert "Confirmed." in client.post(reverse("people:confirm_recovery", args=[recovery.pk]), follow=True).text
    again = client.post(reverse("people:confirm_recovery", args=[recovery.pk]), follow=True)
    assert "There is nothing more to do" in again.text
    assert "It is stopped" in client.post(reverse("people:stop_recovery", args=[recovery.pk]), follow=True).text


def test_whoever_it_is_about_sees_it_and_stops_it(client, lost, two):
    recovery = start_recovery(person=lost, by=two[0])
    client.force_login(lost)
    assert "Somebody said that you lost every way" in client.get(reverse("mfa_index")).text
    assert "It is stopped" in client.post(reverse("people:stop_recovery", args=[recovery.pk]), follow=True).text
    assert not Letter.objects.filter(kind=LetterKind.RECOVERY_SECOND).exists()
