"""Every address of Wagtail's admin that names a story, tried by everyone who works here, wherever the story stands."""

import pytest
from django.db import transaction
from django.test import Client

from stories.actions import take_back
from stories.enums import AttachedKind
from stories.models import StoryPage
from tests.factories import make_person, make_story_being_read, make_story_with_author
from tests.permissions import CHAMPION, DELIVERY, EDITOR, FROZEN, OTHER, OWN, SUPERUSER, TAKEN
from tests.test_permissions import patterns
from tests.workflows.review.roads import superuser
from workflows.people.enums import Band, Role
from workflows.review.cases import draft_of, page_of, step_of
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .admin_rows import (
    ABSENT,
    AUTHORS,
    HISTORY,
    INSIDE,
    PAGE,
    POST_ONLY,
    REFUSED,
    ROWS,
    STANDING,
    UNMARKED,
    WORDS,
    fill,
    names_a_story,
)

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]
TELLTALE = "Quellnymphenhaus"
TOLD = f"{TELLTALE} one.\n\nTwo {TELLTALE}."


def about_a_story() -> list[tuple[str, str]]:
    return [(path, name) for path, name in patterns() if path.startswith("admin/") and names_a_story(path)]


def test_every_address_of_the_admin_about_a_page_has_a_row():
    assert {name for _path, name in about_a_story()} == set(ROWS)


def story(until: str) -> StoryPage:
    """Return a 16 year old's story with the telltale in it: with champions, at Prepare, or with its author."""
    if until == "champions":
        return make_story_being_read(headline=TELLTALE, words=TOLD, beside=AttachedKind)
    return page_of(make_story_with_author(words=TOLD, band=Band.B16_17, until=until, beside=AttachedKind))


def keys_of(page) -> dict:
    step = step_of(page.case)
    return {
        "pk": page.pk,
        "revision_id": page.latest_revision_id,
        "task_state_id": step.pk,
        "task_id": step.task_id,
        "workflow_state_id": step.workflow_state_id,
        "workflow_pk": step.workflow_state.workflow_id,
        "destination_id": page.get_parent().pk,
        "action_name": "ready",
        "action": "delete",
        "app_label": "wagtailcore",
        "model_name": "page",
        "content_type_app_name": "stories",
        "content_type_model_name": "storypage",
        "paragraph": page.paragraphs[0][0],
        "session_id": 1,
    }


class World:
    """A story in every state, and a browser for everyone who works here."""

    def __init__(self):
        self.stories = {
            OWN: story("prepare"),
            OTHER: story("champions"),
            AUTHORS: story(""),
            FROZEN: story("prepare"),
            TAKEN: story("prepare"),
        }
        self.keys = {state: keys_of(page) for state, page in self.stories.items()}
        raise_concern(case=self.stories[FROZEN].case, raised_by=RaisedBy.STAFF)
        take_back(case=self.stories[TAKEN].case)
        people = {role.value: make_person(role) for role in Role}
        people |= {SUPERUSER: superuser(), UNMARKED: make_person(Role.EDITOR, pvg=False)}
        self.browsers = {role: Client(raise_request_exception=False) for role in people}
        for role, person in people.items():
            self.browsers[role].force_login(person)

    def address(self, path, state) -> str:
        keys = self.keys[state]
        return fill(path, keys) + (f"?id={keys['pk']}" if "/bulk/" in path else "")


def met(response) -> str:
    """Return what somebody meets, in the matrix's words."""
    to = response.headers.get("Location", "")
    if to == "/admin/" or "/login/" in to:
        return REFUSED
    if to.endswith("/history/") and to.startswith("/admin/"):
        return HISTORY
    if response.status_code == 404 or to.startswith("/en/admin/"):  # Django tries the address in a language once more
        return ABSENT
    content = b"".join(response.streaming_content) if response.streaming else response.content
    shown = {200: WORDS if TELLTALE in content.decode(errors="replace") else PAGE, 405: POST_ONLY}
    return shown.get(response.status_code, f"{response.status_code} {to}")


def fits(what, rows, role, state) -> bool:
    """Tell whether somebody met what its rows say. What is gone is absent, or refused before anyone looks for it."""
    for row in rows:
        if role in row.whom and state in row.where:
            return what == row.what
    return what in {REFUSED, ABSENT} or (state == TAKEN and what in {POST_ONLY, HISTORY})


def test_everyone_meets_at_an_address_of_the_admin_what_the_matrix_says():
    """A frozen story's words are shown to nobody, nor is a form that would move it."""
    world = World()
    wrong = [
        f"{name} · {role} · {state}: {what}, said is {ROWS[name]}"
        for path, name in about_a_story()
        for state in (*STANDING, TAKEN)
        for role in (INSIDE if state != OWN else world.browsers)
        if not fits(what := met(world.browsers[role].get(world.address(path, state))), ROWS[name], role, state)
    ]
    assert wrong == []


def test_outside_the_door_the_words_are_met_by_nobody():
    """The rows of those who read them are not about champions and the delivery team."""
    assert {role for rows in ROWS.values() for row in rows for role in row.whom}.isdisjoint({CHAMPION, DELIVERY})


SENT = {"new_title": "x", "new_slug": "x", "slug": "x", "locale": "gd", "restriction_type": "login", "alias": "on"}
MOVES = {(OWN, EDITOR, "wagtailadmin_pages:workflow_action")}  # ready for its author: the one act of an editor here


def standing(page) -> tuple:
    row = StoryPage.objects.filter(pk=page.pk).values_list("live", "path", "slug", "locked", "headline").first()
    restricted = page.view_restrictions.exists()
    return row, restricted, draft_of(page_of(page.case)).words_digest(), step_of(page.case).pk


@pytest.mark.parametrize("role", [EDITOR, UNMARKED, SUPERUSER])
@pytest.mark.parametrize("state", [OWN, FROZEN])
def test_no_form_sent_to_an_address_of_the_admin_moves_a_story(state, role):
    """But the one that hands a prepared page to its author: the others change neither words, place, lock nor step."""
    world, moved = World(), set()
    page = world.stories[state]
    before = standing(page)
    for path, name in about_a_story():
        block = transaction.atomic()
        block._from_testcase = True  # the actions open their own outermost transaction inside
        with block:
            response = world.browsers[role].post(world.address(path, state), SENT | {"id": [page.pk]})
            assert response.status_code < 500, name
            if standing(page) != before:
                moved.add((state, role, name))
            transaction.set_rollback(True)
    assert moved == {row for row in MOVES if row[:2] == (state, role)}
