"""When what somebody may do changes, every session they have ends."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import SignInEvent, User
from workflows.people.news import SignInNews
from workflows.privacy.appendonly import Stays

pytestmark = pytest.mark.django_db


def take_role(person):
    person.groups.remove(Group.objects.get(name=Role.CHAMPION))


def give_role(person):
    Group.objects.get(name=Role.EDITOR).user_set.add(person)


def empty_role(person):
    Group.objects.get(name=Role.CHAMPION).user_set.clear()


def clear_roles(person):
    person.groups.clear()


def give_right(person):
    person.user_permissions.add(Permission.objects.first())


def change_role(person):
    Group.objects.get(name=Role.CHAMPION).permissions.add(Permission.objects.first())


def raise_up(person):
    person.is_superuser = True
    person.save()


def switch_off_and_on(person):
    for active in (False, True):
        person.is_active = active
        person.save(update_fields=["is_active"])


def switch_many_off_and_on(person):
    for active in (False, True):
        User.objects.filter(pk=person.pk).update(is_active=active)


def new_password(person):
    person.set_password("another long password")
    person.save()


CHANGES = [
    take_role,
    give_role,
    empty_role,
    clear_roles,
    give_right,
    change_role,
    raise_up,
    switch_off_and_on,
    switch_many_off_and_on,
    new_password,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_what_somebody_may_do_ends_their_sessions(client, change):
    person, other = make_person(Role.CHAMPION), make_person(Role.EDITOR)
    client.force_login(person)
    assert client.get("/start/").status_code == 302
    assert client.get("/en/desk/").status_code == 200
    change(User.objects.get(pk=person.pk))
    assert client.get("/en/desk/")["Location"].startswith("/accounts/login/")
    client.force_login(other)
    assert client.get("/admin/").status_code == 200


def test_saving_what_changes_nothing_ends_nothing(client):
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    person.first_name = "Morag"
    person.save()
    person.groups.add(Group.objects.get(name=Role.CHAMPION))
    Group.objects.get(name=Role.EDITOR).user_set.clear()
    assert client.get("/en/desk/").status_code == 200


def test_an_administrator_who_changes_roles_in_the_admin_ends_sessions(client, django_user_model):
    person, administrator = make_person(Role.CHAMPION), make_person(Role.ADMINISTRATOR)
    theirs = client.__class__()
    theirs.force_login(person)
    client.force_login(administrator)
    form = {"email": person.email, "first_name": "M", "last_name": "T", "language": "en", "is_active": "on"}
    editors = Group.objects.get(name=Role.EDITOR)
    answer = client.post(reverse("wagtailusers_users:edit", args=[person.pk]), form | {"groups": [editors.pk]})
    assert answer.status_code == 302
    assert theirs.get("/start/")["Location"].startswith("/accounts/login/")
    assert client.get("/admin/").status_code == 200


def test_somebody_signs_out_everywhere(client):
    person, elsewhere = make_person(Role.CHAMPION), client.__class__()
    for browser in (client, elsewhere):
        browser.force_login(person)
    assert client.get(reverse("people:sign_out_everywhere")).status_code == 405
    page = client.post(reverse("people:sign_out_everywhere"), follow=True)
    assert "You are signed out everywhere." in page.text
    assert elsewhere.get("/en/desk/")["Location"].startswith("/accounts/login/")
    assert SignInEvent.objects.get().news == SignInNews.SIGNED_OUT


def test_the_log_is_only_added_to():
    line = SignInEvent.objects.note(SignInNews.ADDED, make_person())
    for attempt in (
        line.save,
        line.delete,
        SignInEvent.objects.all().delete,
        lambda: SignInEvent.objects.update(by=None),
    ):
        with pytest.raises(Stays):
            attempt()
    assert SignInEvent.objects.count() == 1


def test_an_account_that_goes_leaves_its_lines_without_a_name():
    person = make_person()
    SignInEvent.objects.note(SignInNews.ADDED, person, by=person)
    person.delete()
    assert list(SignInEvent.objects.values_list("person", "by")) == [(None, None)]
