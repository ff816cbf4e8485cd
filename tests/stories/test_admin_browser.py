"""An editor in Chromium: from what waits to a set day, the guide, and our own screens as axe reads them."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from home.models import PlainPage
from stories.lists.all import LISTS
from tests.browser import PHONE, STANDARD
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.people.reads import ReadsReport
from workflows.people.reports import UnsentLettersReport
from workflows.privacy.reports import ConsentsReport
from workflows.review.actions import seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.models import AuthorSealTask

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1280, "height": 900}
REPORTS = [reverse_lazy(one.name) for one in (*LISTS, ConsentsReport, UnsentLettersReport, ReadsReport)]
OURS = [  # screens, and what on them is ours: Wagtail's own frame is not
    ("/admin/", ".gt-waits"),
    ("/admin/guide/", ".gt-guide"),
    ("/admin/guide/worried/", ".gt-guide"),
    *[(address, "#listing-results") for address in REPORTS],
]


@pytest.fixture
def come_in(new_context, live_server):
    """Return a function that opens a page for an editor who has signed in, of further roles if any are named."""

    def open_page(*roles, **seen):
        client, person = Client(), make_person(Role.EDITOR)
        person.groups.add(*Group.objects.filter(name__in=[role.value for role in roles]))
        client.force_login(person)
        return with_session(client, **seen)

    def with_session(client, **seen):
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context = new_context(**({"viewport": WIDE} | seen))
        context.add_cookies([cookie])
        return context.new_page()

    return open_page


def found_by_axe(page, part) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": STANDARD}}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", PHONE)], ids=["light", "dark on a phone"])
def test_axe_finds_nothing_on_any_screen_of_ours(come_in, live_server, scheme, size):
    story = page_of(make_story_with_author((1, "A sufferer.", "Why.", "suggestion"), until="prepare"))
    article = PlainPage.objects.get(slug="accessibility")
    page = come_in(Role.SAFEGUARDING, Role.TRANSLATOR, Role.ADMINISTRATOR, color_scheme=scheme, viewport=size)
    wrong = {}
    for address, part, *press in [
        *OURS,
        (f"/admin/pages/{story.pk}/edit/", ".words-panel"),
        (f"/admin/pages/{story.pk}/edit/", ".gt-agreed", "agreed"),
        (f"/admin/pages/{article.pk}/edit/", ".gt-style", "style"),
        (reverse("story_suggest", args=[story.pk, story.paragraphs[1][0]]), "main form"),
    ]:
        page.goto(live_server.url + str(address))
        for name in press:
            page.locator(f'[data-side-panel-toggle="{name}"]').click()
        page.locator(part).first.wait_for()
        wrong[f"{address} {part}"] = found_by_axe(page, part)
    assert wrong == {address: [] for address in wrong}


def test_an_editors_first_story_from_what_waits_to_a_set_day(come_in, live_server):
    case = make_story_with_author(until="prepare")
    title = page_of(case).title
    page = come_in()
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Waiting for me: stories to prepare or give a day").click()
    page.get_by_role("link", name=title).click()
    page.locator(".words-panel").get_by_role("button", name="Ready for the author").click()
    page.get_by_text("has been updated").first.wait_for()
    page.get_by_role("link", name=title).first.click()
    page.get_by_text("Waiting for the author’s yes since").first.wait_for()
    assert isinstance(step_of(case).task.specific, AuthorSealTask)
    seal(case=case, digest=draft_of(page_of(case)).digest())  # the author's own road is walked elsewhere
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Waiting for me: stories to prepare or give a day").click()
    page.get_by_role("link", name=title).click()
    page.locator(".words-panel").get_by_role("button", name="Set the day").click()
    day = timezone.localtime() + datetime.timedelta(days=3)
    page.get_by_label("Day and time").fill(day.strftime("%Y-%m-%d %H:%M"))
    page.locator(".modal").get_by_role("button", name="Set the day").click()
    page.get_by_text("has been updated").first.wait_for()
    page.get_by_role("link", name=title).first.click()
    page.get_by_text("Comes out on").first.wait_for()
    assert step_of(case).publish_on.date() == day.astimezone(datetime.UTC).date()


def test_somebody_who_used_wagtail_twice_finds_the_guide(come_in, live_server):
    page = come_in()
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("button", name="Help", exact=True).click()
    page.get_by_role("link", name="How things work here", exact=True).click()
    page.get_by_role("heading", name="A story’s road", level=1).wait_for()
    page.get_by_role("link", name="When you are worried").click()
    page.get_by_role("link", name="Pause a story").click()
    page.get_by_role("button", name="Pause").first.wait_for()
