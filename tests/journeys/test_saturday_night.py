"""A Saturday night: safeguarding on a phone with one hand, a passer-by who worries, an administrator who opens.

Requirements 23, 41, 42 and 44.
"""

import datetime
import re

import pytest
from django.conf import settings as site
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser import PHONE
from tests.factories import make_person, make_public_story
from tests.stories.test_opening import make_ready
from workflows.people.enums import Band, Role
from workflows.privacy.models import DataProtection
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import ConcernEntry, PageReport

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THUMB = 44  # px: what a thumb presses is at least as high


def come_in(page, live_server, person) -> None:
    """Give a browser the session of somebody who signed in."""
    client = Client()
    client.force_login(person)
    key = client.cookies[site.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])


def press(page, text) -> None:
    page.get_by_role("button", name=text, exact=True).click()


@pytest.fixture
def reads(axe):
    """Return a check of a staff page: nothing runs over the edge, buttons fit a thumb, axe finds nothing."""

    def check(page):
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        if page.viewport_size == PHONE:
            buttons = page.locator("main .btn")
            assert all(box["height"] >= THUMB for box in (one.bounding_box() for one in buttons.all()) if box)
        axe(page)

    return check


def test_a_lead_on_a_phone_reads_a_worry_tells_the_police_and_lets_the_story_go_on(phone, live_server, reads):
    lead, story = make_person(Role.SAFEGUARDING), make_public_story(band=Band.B16_17)
    raise_concern(case=story.case, raised_by=RaisedBy.CHAMPION, text="She writes that she has pills tonight.")
    come_in(phone, live_server, lead)
    phone.goto(f"{live_server.url}/en/desk/intake/")
    reads(phone)
    assert phone.goto(live_server.url + story.url).status == 410
    phone.goto(f"{live_server.url}/en/desk/intake/")
    phone.get_by_role("link", name=re.compile("Read and decide")).click()
    reads(phone)
    expect(phone.get_by_role("main")).to_contain_text("She writes that she has pills tonight.")
    expect(phone.get_by_text("16 and over: adult protection")).to_be_visible()
    phone.get_by_label("The police").check()
    phone.get_by_label("When, and whom did you speak to?").fill("22:10, desk sergeant, ref 4411")
    press(phone, "Add it")
    reads(phone)
    expect(phone.get_by_role("alert").first).to_contain_text("Choose the ground.")
    phone.get_by_label("A life is in danger").check()
    phone.get_by_label("Why did you tell them, or why nobody?").fill("Pills at hand, alone at home.")
    press(phone, "Add it")
    reads(phone)
    expect(phone.get_by_text("22:10, desk sergeant, ref 4411")).to_be_visible()
    phone.get_by_label("What was decided?").fill("Police saw her. She is with her aunt.")
    press(phone, "Let it go on")
    reads(phone)
    assert not is_frozen(story.case)
    assert ConcernEntry.objects.get(case=story.case).answers["told"] == ["police"]
    assert phone.goto(live_server.url + story.url).status == 200


def test_a_passer_by_reports_a_page_and_the_lead_pauses_and_settles_it(phone, new_context, live_server, reads):
    story = make_public_story()
    phone.goto(live_server.url + story.url)
    phone.get_by_role("link", name="Report this page").click()
    reads(phone)
    phone.get_by_label("Somebody may be in danger").check()
    phone.get_by_label("Tell us more (optional)").fill("I know her, and I am afraid.")
    phone.wait_for_timeout(3_100)  # nobody fills a form in three seconds
    press(phone, "Send")
    reads(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")
    desk = new_context(viewport=PHONE, has_touch=True, color_scheme="dark").new_page()
    come_in(desk, live_server, make_person(Role.SAFEGUARDING))
    desk.goto(f"{live_server.url}/en/desk/reports/")
    reads(desk)
    desk.get_by_role("link", name=re.compile("Open")).click()
    reads(desk)
    press(desk, "Pause it now")
    assert is_frozen(story.case)
    desk.goto(f"{live_server.url}/en/desk/reports/{PageReport.objects.get().case}/")
    desk.get_by_label("What did you find, and what did you do?").fill("Paused, called her school.")
    press(desk, "Close it")
    reads(desk)
    expect(desk.get_by_text("There is none.")).to_be_visible()


def test_an_administrator_sets_right_what_is_missing_opens_the_site_and_pauses_new_stories(
    new_context, live_server, reads, settings, tmp_path
):
    settings.SHARE_NEEDS_CHECKS = True
    make_ready(settings, tmp_path)
    DataProtection.objects.update(complaint_address="")
    cache.clear()
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    come_in(page, live_server, make_person(Role.ADMINISTRATOR))
    page.goto(f"{live_server.url}/en/desk/opening/")
    reads(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing is missing before you ask for stories")
    visitor = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    visitor.goto(f"{live_server.url}/en/share/")
    expect(visitor.get_by_text("This site is still being made ready.")).to_be_visible()
    page.get_by_role("link", name="Look Complaints").click()
    page.get_by_role("textbox", name="Address for complaints about data").fill("data@example.org")
    press(page, "Save")
    page.get_by_text("Data protection updated").wait_for()
    cache.clear()  # else the door opens within a minute
    page.goto(f"{live_server.url}/en/desk/opening/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything is there")
    visitor.goto(f"{live_server.url}/en/share/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Are you OK to do this now?")
    page.get_by_role("link", name="New stories").click()
    day = timezone.localdate() + datetime.timedelta(days=5)
    page.get_by_label("From which day on do you take new stories again?").fill(day.isoformat())
    press(page, "Pause them")
    reads(page)
    visitor.goto(f"{live_server.url}/en/share/")
    reads(visitor)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("We can take new stories again from")
    press(page, "Take new stories again now")
    visitor.goto(f"{live_server.url}/en/share/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Are you OK to do this now?")
