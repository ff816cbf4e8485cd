"""What each group may do, as the design's table says and no more."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
DESK = "wagtailadmin.access_admin"


def verbs(model: str, names: str) -> set[str]:
    app, name = model.split(".")
    return {f"{app}.{verb}_{name}" for verb in names.split()}


TABLE = {
    Role.CHAMPION: set(),
    Role.DELIVERY: set(),
    Role.SAFEGUARDING: {DESK}
    | verbs("people.qualification", "add change view")
    | verbs("home.concernword", "add change delete")
    | verbs("safeguarding.shift", "add change delete view")
    | verbs("safeguarding.rota", "change")
    | verbs("home.notice", "add change delete")
    | verbs("stories.sharing", "change"),
    Role.TRANSLATOR: {DESK, "wagtail_localize.submit_translation"} | verbs("home.glossaryterm", "add change delete"),
    Role.EDITOR: {DESK}
    | verbs("home.contentnote", "add change")
    | verbs("home.helpline", "add change delete")
    | verbs("home.crisisword", "add change delete")
    | verbs("home.notice", "add change delete")
    | verbs("home.styleword", "add change delete")
    | verbs("home.glossaryterm", "add change delete")
    | verbs("home.suggestionreason", "add change delete")
    | verbs("review.policy", "add change delete")
    | verbs("home.topic", "add change"),
    Role.ADMINISTRATOR: {DESK}
    | verbs("people.user", "add change delete view")
    | verbs("people.champion", "add change delete view")
    | verbs("people.qualification", "add change delete view")
    | verbs("privacy.consentwording", "add change view")
    | verbs("privacy.datakind", "add change delete view")
    | verbs("privacy.dataprotection", "change")
    | verbs("safeguarding.shift", "view")
    | verbs("safeguarding.rota", "change")
    | verbs("stories.retention", "change view")
    | verbs("home.notice", "add change delete")
    | verbs("wagtailcore.workflow", "add change")
    | verbs("wagtailcore.task", "add change")
    | verbs("wagtailcore.locale", "add change")
    | verbs("stories.sharing", "change"),
}


def test_groups_are_the_roles_and_no_others():
    assert set(Group.objects.values_list("name", flat=True)) == {role.value for role in Role}
    assert set(TABLE) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_group_has_exactly_the_rights_of_the_table(role):
    found = Group.objects.get(name=role.value).permissions.values_list("content_type__app_label", "codename")
    assert {f"{app}.{codename}" for app, codename in found} == TABLE[role]


def test_only_editors_have_files_and_they_delete_none():
    found = GroupCollectionPermission.objects.values_list("group__name", "permission__codename")
    names = {f"{verb}_{kind}" for verb in ("add", "change", "choose") for kind in ("image", "document")}
    assert set(found) <= {(Role.EDITOR.value, name) for name in names}


def test_nobody_may_publish_delete_or_unlock_under_stories():
    rights = GroupPagePermission.objects.filter(page__slug="stories")
    assert set(rights.values_list("group__name", "permission__codename")) <= {(Role.EDITOR.value, "change_page")}


@pytest.mark.parametrize("role", Role)
def test_the_admin_opens_for_those_who_work_in_it_alone(client, role):
    client.force_login(make_person(role))
    status = client.get("/admin/").status_code
    assert status == (302 if role in (Role.CHAMPION, Role.DELIVERY) else 200)
