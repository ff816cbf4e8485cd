"""Every door of Wagtail's admin, tried on a story: by a superuser, and by an editor who may not read its age."""

import logging
import re

import pytest
from django.core.management import call_command
from django.urls import NoReverseMatch, get_resolver, reverse
from wagtail.models import Page, TaskState

from home.models import HomePage
from stories.models import StoriesIndexPage, StoryPage
from stories.testers import StoriesIndexTester, StoryTester
from tests.factories import make_person, make_public_story
from tests.workflows.review.roads import CANARY, accepted, is_served, superuser
from workflows.people.enums import Band, Role
from workflows.review.actions import cast_vote
from workflows.review.cases import step_of
from workflows.review.enums import Verdict
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
TELLTALE = "Quellnymphenhaus"  # stands in headline and words; searched is by the other canary, which a page echoes
WITHOUT_PAGES = ("collections", "embeds", "documents", "groups", "images", "locales", "sites", "users", "sprite")


@pytest.fixture
def child():
    """A 16 year old's story at Prepare, with the canary in its headline and its words."""
    page = accepted(
        band=Band.B16_17, headline=f"{CANARY} {TELLTALE}", words=f"{CANARY} {TELLTALE}.\n\n{TELLTALE} {CANARY}."
    )
    for reading in Reading.objects.filter(case=page.case):
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    return page


def admin_patterns(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from admin_patterns(pattern, path)
        elif path.startswith("admin/"):
            yield path


def addresses(page):
    """Return every address of the admin with this page, its draft and its step put in where a number stands."""
    keys = {
        "revision_id": page.latest_revision_id,
        "task_state_id": step_of(page.case).pk,
        "task_id": step_of(page.case).task_id,
        "workflow_state_id": step_of(page.case).workflow_state_id,
        "parent_page_id": page.get_parent().pk,
        "destination_id": page.get_parent().pk,
        "content_type_app_name": "stories",
        "content_type_model_name": "storypage",
        "app_label": "stories",
        "model_name": "storypage",
        "action_name": "ready",
        "action": "delete",
    }
    for path in sorted(set(admin_patterns())):
        filled = re.sub(
            r"\(\?P<revision_id_(a|b)>[^)]*\)", lambda found: "earliest" if found[1] == "a" else "latest", path
        )
        filled = re.sub(r"\(\?P<pk>\\d\+\)", str(page.pk), filled).replace("^", "").replace("$", "").replace("\\", "")
        yield "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(keys.get(found[1], page.pk)), filled)


def pages_read(client, page):
    """Get every address, with what a search for the words would add, and return those that answer with the words."""
    found = []
    for path in addresses(page):
        if path.split("/")[2] in WITHOUT_PAGES or ".*" in path or "logout" in path or "failwhale" in path:
            continue
        query = {"type": "stories.StoryPage", "fields": "*"} if "/api/" in path else {"q": CANARY, "id": page.pk}
        response = client.get(path, query)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if TELLTALE in body.decode(errors="replace"):
            found.append(path)
    return found


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "who",
    [
        pytest.param(superuser, id="superuser"),
        pytest.param(lambda: make_person(Role.EDITOR, pvg=False), id="editor without the mark"),
        pytest.param(lambda: make_person(Role.ADMINISTRATOR), id="administrator"),
        pytest.param(lambda: make_person(Role.TRANSLATOR), id="translator"),
        pytest.param(lambda: make_person(Role.SAFEGUARDING), id="safeguarding"),
        pytest.param(lambda: make_person(Role.CHAMPION), id="champion"),
    ],
)
def test_no_page_of_the_admin_shows_a_word_to_those_who_may_not_read_it(client, child, who, caplog):
    """Section 13: explorer, search, choosers, API, usage, history and reports ask no tester and print `Page.title`."""
    caplog.set_level(logging.CRITICAL)
    client.raise_request_exception = False
    client.force_login(who())
    assert pages_read(client, child) == []


@pytest.mark.filterwarnings("ignore")
def test_the_editor_with_the_mark_reads_it_where_it_is_prepared(client, child, caplog):
    """The crawl has something to find."""
    caplog.set_level(logging.CRITICAL)
    client.raise_request_exception = False
    client.force_login(make_person(Role.EDITOR))
    assert {f"/admin/pages/{child.pk}/edit/", f"/admin/pages/{child.pk}/view_draft/"} <= set(pages_read(client, child))


def test_no_search_of_the_admin_finds_a_story_by_words_nobody_published(client, child):
    """Else anyone with the admin could try words until one is found."""
    public = make_public_story(headline="Gloves for goalkeepers")
    call_command("update_index", verbosity=0)
    client.force_login(superuser())
    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        assert child.slug not in client.get(reverse(name), {"q": CANARY}).content.decode()
    assert public.slug in client.get(reverse("wagtailadmin_pages:search"), {"q": "goalkeepers"}).content.decode()


def everything_a_tester_can_say(tester):
    names = [name for name in dir(tester) if name.startswith("can_") and name not in ("can_copy_to", "can_move_to")]
    return {name for name in names if getattr(tester, name)()}


@pytest.mark.parametrize("who", [superuser, lambda: make_person(Role.EDITOR, pvg=False)])
def test_a_superuser_may_do_nothing_with_a_story(child, who):
    """Stock says yes to a superuser before it asks anything; a new `can_` of Wagtail's would show here."""
    person, page = who(), Page.objects.get(pk=child.pk)
    for tester in (StoryTester(person, child), child.permissions_for_user(person), page.permissions_for_user(person)):
        assert everything_a_tester_can_say(tester) == set()
        assert tester.can_copy_to(child.get_parent()) is tester.can_move_to(child.get_parent()) is False


def test_an_editor_with_the_mark_may_edit_and_nothing_else(child):
    assert everything_a_tester_can_say(StoryTester(make_person(Role.EDITOR), child)) == {
        "can_edit",
        "can_view_revisions",
    }
    assert everything_a_tester_can_say(StoryTester(make_person(Role.EDITOR, is_active=False), child)) == set()


def test_nobody_adds_deletes_or_moves_at_the_index():
    index = StoriesIndexPage.objects.get()
    assert everything_a_tester_can_say(StoriesIndexTester(superuser(), index)) == {"can_edit", "can_view_revisions"}


DOORS = {
    "delete": lambda page: ("wagtailadmin_pages:delete", [page.pk]),
    "delete the index": lambda page: ("wagtailadmin_pages:delete", [page.get_parent().pk]),
    "delete the home page": lambda page: ("wagtailadmin_pages:delete", [HomePage.objects.get().pk]),
    "unpublish": lambda page: ("wagtailadmin_pages:unpublish", [page.pk]),
    "copy": lambda page: ("wagtailadmin_pages:copy", [page.pk]),
    "move": lambda page: ("wagtailadmin_pages:move_confirm", [page.pk, HomePage.objects.get().pk]),
    "reorder": lambda page: ("wagtailadmin_pages:set_page_position", [page.pk]),
    "lock": lambda page: ("wagtailadmin_pages:lock", [page.pk]),
    "privacy": lambda page: ("wagtailadmin_pages:set_privacy", [page.pk]),
    "convert alias": lambda page: ("wagtailadmin_pages:convert_alias", [page.pk]),
    "revert": lambda page: ("wagtailadmin_pages:revisions_revert", [page.pk, page.latest_revision_id]),
    "unschedule": lambda page: ("wagtailadmin_pages:revisions_unschedule", [page.pk, page.latest_revision_id]),
    "bulk publish": lambda page: ("wagtail_bulk_action", ["wagtailcore", "page", "publish"]),
    "bulk unpublish": lambda page: ("wagtail_bulk_action", ["wagtailcore", "page", "unpublish"]),
    "bulk delete": lambda page: ("wagtail_bulk_action", ["wagtailcore", "page", "delete"]),
    "bulk move": lambda page: ("wagtail_bulk_action", ["wagtailcore", "page", "move"]),
    "API: copy": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "copy"]),
    "API: publish": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "publish"]),
    "API: unpublish": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "unpublish"]),
    "API: delete": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "delete"]),
    "API: create alias": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "create_alias"]),
    "API: revert": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "revert_to_page_revision"]),
    "API: copy for translation": lambda page: ("wagtailadmin_api:pages:action", [page.pk, "copy_for_translation"]),
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("make", [accepted, make_public_story])
def test_no_door_of_the_admin_moves_a_story(client, make, door):
    """Bulk actions, parents and the API included: a superuser gets a message or a no, and the story stays as it is."""
    page = make()
    name, arguments = door(page)
    client.force_login(superuser())
    before = StoryPage.objects.filter(pk=page.pk).values("live", "path", "slug", "latest_revision", "locked").get()
    query = f"?id={page.pk}&next=/admin/" if "bulk" in name else ""
    data = {"id": [page.pk], "new_title": "x", "new_slug": "x", "new_parent_page": HomePage.objects.get().pk}
    data |= {"slug": "x", "locale": "gd", "revision_id": page.latest_revision_id, "include_descendants": "on"}
    data |= {"chooser": HomePage.objects.get().pk, "copy_subpages": "", "publish_copies": "on", "alias": "on"}
    response = client.post(reverse(name, args=arguments) + query, data | {"restriction_type": "login"})
    assert response.status_code < 500
    assert StoryPage.objects.filter(pk=page.pk).values(*before).get() == before
    assert StoryPage.objects.count() == 1
    assert not page.view_restrictions.exists()
    assert is_served(page) is before["live"]


def test_a_story_cannot_be_added_in_the_tree(client):
    client.force_login(superuser())
    url = reverse("wagtailadmin_pages:add", args=["stories", "storypage", StoriesIndexPage.objects.get().pk])
    assert client.get(url).status_code == 302
    client.post(url, {"title": "x", "slug": "x", "headline": "x", "action-publish": "1"})
    assert not StoryPage.objects.exists()


def test_the_title_stays_neutral_whatever_is_saved(child):
    child.title, child.seo_title, child.search_description = CANARY, CANARY, CANARY
    child.save()
    child.title = child.draft_title = CANARY
    child.save_revision()
    page = Page.objects.get(pk=child.pk)
    titles = {page.title, page.draft_title, page.latest_revision.object_str}
    assert titles == {f"Story {child.slug}"}
    assert page.seo_title + page.search_description == ""
    assert TaskState.objects.filter(revision__object_str__contains=CANARY).count() == 0


def test_no_mail_of_the_review_names_a_headline(mailoutbox, child):
    superuser()
    cast = [mail.subject + mail.body for mail in mailoutbox]
    assert CANARY not in "".join(cast)


def test_every_address_of_the_admin_was_filled(child):
    assert not [path for path in addresses(child) if "<" in path or "(?P" in path]
    with pytest.raises(NoReverseMatch):
        reverse("wagtailadmin_pages:no_such_door")
