"""What reaches a story through the pages above it, or beside its words: copies of its parents, and comments."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Comment, CommentReply, Locale, Page

from home.models import HomePage, PlainPage
from stories.models import StoriesIndexPage, StoryPage
from tests.factories import make_person, make_public_story, make_story_with_author
from tests.workflows.review.roads import CANARY, accepted, is_served, superuser
from workflows.people.enums import Role
from workflows.review.cases import page_of
from workflows.review.errors import NotOnStories

pytestmark = pytest.mark.django_db
ANEW = {"new_title": "Copy", "new_slug": "copy-of-it", "copy_subpages": "on", "publish_copies": "on"}


def index() -> StoriesIndexPage:
    return StoriesIndexPage.objects.get(locale=Locale.get_default())


def home() -> HomePage:
    return HomePage.objects.get(locale=Locale.get_default())


def gaelic() -> Locale:
    return Locale.objects.get_or_create(language_code="gd")[0]


ROUTES = {
    "copy": lambda page: page.copy(recursive=True, update_attrs={"slug": "copy-of-it"}),
    "copy, kept live": lambda page: page.copy(recursive=True, keep_live=True, update_attrs={"slug": "copy-of-it"}),
    "copy as drafts": lambda page: page.copy(recursive=True, keep_live=False, update_attrs={"slug": "copy-of-it"}),
    "copy without old drafts": lambda page: page.copy(
        recursive=True, copy_revisions=False, update_attrs={"slug": "copy-of-it"}
    ),
    "the action, asking for no rights": lambda page: CopyPageAction(
        page, recursive=True, update_attrs={"slug": "copy-of-it"}, user=superuser()
    ).execute(skip_permission_checks=True),
    "create_alias": lambda page: page.create_alias(recursive=True, update_slug="copy-of-it"),
    "the alias action": lambda page: CreatePageAliasAction(
        page, recursive=True, update_slug="copy-of-it", user=superuser()
    ).execute(skip_permission_checks=True),
}


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES)
@pytest.mark.parametrize("parent", [index, home])
@pytest.mark.parametrize("make", [accepted, make_public_story])
def test_a_parent_is_not_copied_with_a_story_in_it(make, parent, route):
    """Section 13: the tester of a story is not asked when its parent is copied. Nothing of the copy stays."""
    page, pages = make(), Page.objects.count()
    with pytest.raises(NotOnStories), transaction.atomic():
        route(parent())
    assert (list(StoryPage.objects.all()), Page.objects.count()) == ([page], pages)


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES)
def test_a_page_without_stories_below_it_is_copied_with_what_is(route):
    above = PlainPage(title="Above", slug="above")
    home().add_child(instance=above)
    above.add_child(instance=PlainPage(title="Below", slug="below"))
    route(above)
    assert PlainPage.objects.filter(slug="below").count() == 2


def copied_in_admin(client, page) -> str:
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), {**ANEW, **_below(page)}, follow=True)
    return answer.content.decode()


def copied_by_api(client, page) -> str:
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy"])
    data = {"recursive": True, "keep_live": True, "slug": "copy-of-it"}
    return client.post(address, data, content_type="application/json", follow=True).content.decode()


def _below(page):
    return {"new_parent_page": page.get_parent().pk}


@pytest.mark.parametrize("copied", [copied_in_admin, copied_by_api])
@pytest.mark.parametrize("parent", [index, home])
@pytest.mark.parametrize("make", [accepted, make_public_story])
def test_a_superuser_copies_no_parent_of_a_story_in_the_admin(client, make, parent, copied):
    page, pages = make(), Page.objects.count()
    client.force_login(superuser())
    copied(client, parent())
    assert (list(StoryPage.objects.all()), Page.objects.count()) == ([page], pages)


@pytest.mark.parametrize("copied", [copied_in_admin, copied_by_api])
def test_a_superuser_copies_other_pages_with_what_is_below_them(client, copied):
    """The same two ways work where no story is."""
    above = PlainPage(title="Above", slug="above")
    home().add_child(instance=above)
    above.add_child(instance=PlainPage(title="Below", slug="below"))
    client.force_login(superuser())
    copied(client, above)
    assert PlainPage.objects.filter(slug="below").count() == 2


def test_a_page_refused_for_its_stories_says_so_and_is_no_error(client):
    make_public_story()
    client.force_login(superuser())
    assert "Copy this page without the pages below it." in copied_in_admin(client, home())


@pytest.mark.parametrize("parent", [index, home])
def test_a_parent_copied_into_another_language_leaves_its_stories_where_they_are(parent):
    page = make_public_story()
    copy = parent().copy_for_translation(gaelic(), copy_parents=True)
    assert (copy.get_children().count(), StoryPage.objects.count(), is_served(page)) == (0, 1, True)


COMMENT = {
    "comments-TOTAL_FORMS": "1",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "",
    "comments-0-contentpath": "title",
    "comments-0-text": CANARY,
    "comments-0-position": "",
    "comments-0-id": "",
    "comments-0-replies-TOTAL_FORMS": "0",
    "comments-0-replies-INITIAL_FORMS": "0",
    "comments-0-replies-MIN_NUM_FORMS": "0",
    "comments-0-replies-MAX_NUM_FORMS": "",
}
OF_A_STORY = {"notes": [], "pull": "", "picture": "", "picture_alt": "", "tags": ""}
OF_A_PAGE = {"title": "Plain", "slug": "plain", "intro": "", "body-count": "0", "footer": "about", "review_on": ""}


def edit_with_comment(client, page, data) -> None:
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data | COMMENT)


@pytest.mark.parametrize("enabled", [False, True])
def test_no_comment_is_kept_on_a_story(client, settings, enabled):
    """Section 13: stock keeps it in plain. Switched on again, comments still have no place in a story's editor."""
    settings.WAGTAILADMIN_COMMENTS_ENABLED = enabled
    page = page_of(make_story_with_author(until="prepare"))
    client.force_login(make_person(Role.EDITOR))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert ("The bus was late." in html, "comments-TOTAL_FORMS" in html) == (True, False)
    edit_with_comment(client, page, OF_A_STORY)
    assert (Comment.objects.count(), CommentReply.objects.count()) == (0, 0)


@pytest.mark.parametrize("enabled", [False, True])
def test_the_switch_is_what_keeps_comments_off_other_pages(client, settings, enabled):
    """The same form does leave a comment where the switch is on."""
    settings.WAGTAILADMIN_COMMENTS_ENABLED = enabled
    plain = PlainPage(title="Plain", slug="plain")
    home().add_child(instance=plain)
    client.force_login(superuser())
    edit_with_comment(client, plain, OF_A_PAGE)
    assert Comment.objects.filter(text=CANARY).exists() is enabled
