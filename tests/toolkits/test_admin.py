"""Editors make releases and keep packs; nobody else does."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from toolkits.actions import build_release
from toolkits.models import PackRelease, PacksIndexPage
from toolkits.wagtail_hooks import release_button
from workflows.people.enums import Role

from .conftest import a_session

FORM = {"number": "1.0", "change_note": "First."}


@pytest.fixture
def address(pack, session):
    return reverse("toolkits_releases", args=[pack.pk])


def test_editor_makes_a_release(client, pack, editor, address):
    client.force_login(editor)
    page = client.get(address).content.decode()
    assert 'value="1.0"' in page
    assert "What the first release will hold" in page
    response = client.post(address, FORM)
    assert response.headers["Location"] == address
    assert PackRelease.objects.get().asked_by == editor
    assert "Being made" in client.get(address).content.decode()


def test_second_press_is_explained(client, editor, address):
    client.force_login(editor)
    client.post(address, FORM)
    again = client.post(address, FORM)
    assert again.status_code == 200
    assert "This version number is already in use" in again.content.decode()
    assert PackRelease.objects.count() == 1


@pytest.mark.parametrize("form", [{"number": "one", "change_note": "x"}, {"number": "1.0", "change_note": " "}, {}])
def test_incomplete_form_makes_nothing_and_gives_back_what_was_typed(client, editor, address, form):
    client.force_login(editor)
    page = client.post(address, form).content.decode()
    assert f'value="{form.get("number", "")}"' in page or not form
    assert not PackRelease.objects.exists()


def test_what_stands_in_the_way_is_said(client, pack, part, editor):
    client.force_login(editor)
    page = client.get(reverse("toolkits_releases", args=[pack.pk])).content.decode()
    assert "The pack has no published session." in page


@pytest.mark.parametrize("role", [role for role in Role if role != Role.EDITOR])
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_roles_do_not_reach_the_releases(client, person_in, address, role, method):
    client.force_login(person_in(role))
    assert getattr(client, method)(address, FORM).status_code == 302
    assert not PackRelease.objects.exists()


def test_visitor_is_asked_to_sign_in(client, address):
    assert client.get(address).headers["Location"].startswith("/accounts/login/")


def test_unknown_pack_is_not_found(client, editor, db):
    client.force_login(editor)
    assert client.get(reverse("toolkits_releases", args=[99999]), follow=True).status_code == 404


def test_button_stands_with_a_pack_and_only_there(client, pack, session, editor, address):
    client.force_login(editor)
    with_button = client.get(reverse("wagtailadmin_pages:edit", args=[pack.pk]))
    without = client.get(reverse("wagtailadmin_pages:edit", args=[session.pk]))
    assert address in with_button.content.decode()
    assert "/admin/packs/" not in without.content.decode()


def test_translator_sees_no_button(client, pack, person_in, rf):
    assert list(release_button(pack, person_in(Role.TRANSLATOR), "edit")) == []


def test_editors_may_add_change_and_publish_here_and_not_at_home(editor):
    index = PacksIndexPage.objects.get()
    tester = index.permissions_for_user(editor)
    assert (tester.can_add_subpage(), tester.can_edit(), tester.can_publish_subpage()) == (True, True, True)
    assert not index.get_parent().permissions_for_user(editor).can_publish_subpage()


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.TRANSLATOR, Role.SAFEGUARDING])
def test_other_roles_change_nothing_here(person_in, role):
    tester = PacksIndexPage.objects.get().permissions_for_user(person_in(role))
    assert (tester.can_add_subpage(), tester.can_edit(), tester.can_publish_subpage()) == (False, False, False)


def test_editor_is_told_which_part_is_empty(client, part, editor):
    draft = part.add_child(instance=a_session(opt_out="", live=False))
    draft.save_revision(clean=False)
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    page = client.get(address)
    assert "Teach it safely" in page.content.decode()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={draft.pk}&next=/admin/"
    answer = client.post(bulk, HTTP_REFERER="http://testserver/admin/", follow=True)
    assert "Still empty: opting out." in answer.content.decode()
    assert not Page.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("what", ["pack", "index"])
def test_pack_with_a_release_is_not_deleted(client, pack, session, admin_user, what):
    made = PackRelease.objects.create(pack=pack, number="1.0", change_note="First.", asked_at=timezone.now())
    build_release.call(made.pk)
    client.force_login(admin_user)
    page = {"pack": pack, "index": pack.get_parent()}[what]
    answer = client.post(
        reverse("wagtailadmin_pages:delete", args=[page.pk]), {"wagtailconfirmation": "x"}, follow=True
    )
    assert "A pack that has been released can’t be deleted" in answer.content.decode()
    assert Page.objects.filter(pk__in=[pack.pk, session.pk]).count() == 2


def test_pack_without_a_ready_release_may_be_deleted(client, pack, session, admin_user):
    PackRelease.objects.create(pack=pack, number="1.0", change_note="First.", asked_at=timezone.now(), state="failed")
    client.force_login(admin_user)
    client.post(reverse("wagtailadmin_pages:delete", args=[pack.pk]))
    assert not Page.objects.filter(pk=pack.pk).exists()
