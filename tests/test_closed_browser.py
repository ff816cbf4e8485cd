"""The admin in Chromium under a policy without any script or style inside a page: all of it works, nothing leaves."""

import pytest
from django.test import Client
from wagtail.models import Page

from .factories import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCREENS = ("/admin/", "/admin/workflows/add/", "/admin/users/", "/admin/images/multiple/add/", "/admin/redirects/add/")


def test_the_admin_works_with_scripts_from_files_alone_and_asks_no_other_host(new_context, live_server):
    client = Client()
    client.force_login(make_person(is_superuser=True))
    context = new_context()
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page, refused, foreign = context.new_page(), [], []
    page.on("console", lambda said: refused.append((page.url, said.text)) if "Security Policy" in said.text else None)
    page.on("pageerror", lambda error: refused.append((page.url, str(error))))
    page.on("request", lambda one: foreign.append(one.url) if not is_ours(one.url, live_server.url) else None)
    for screen in (*SCREENS, f"/admin/pages/{Page.objects.filter(depth=2).first().pk}/edit/"):
        page.goto(live_server.url + screen)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("[...document.querySelectorAll('template[data-start]')].every((one) => one.started)")
    pick_a_page(page, live_server.url)
    pick_a_day(page, live_server.url)
    page.goto(f"{live_server.url}/admin/workflows/add/")
    page.locator("[id$=workflow_tasks-ADD]").click()  # a row of a form that was not there before
    page.get_by_role("button", name="Choose a task").last.click()
    page.get_by_role("dialog").wait_for()
    assert (refused, foreign) == ([], [])


def pick_a_page(page, site):
    page.goto(f"{site}/admin/redirects/add/")
    page.get_by_role("button", name="Choose a page", exact=False).first.click()
    page.get_by_role("dialog").get_by_role("link", name="Golden Thread", exact=False).first.click()
    page.locator(".page-chooser:not(.blank)").wait_for()


def pick_a_day(page, site):
    page.goto(f"{site}/admin/snippets/home/helpline/add/")
    page.locator("#id_last_checked").focus()
    page.locator(".xdsoft_datetimepicker:visible").first.wait_for()


def is_ours(address: str, site: str) -> bool:
    return address.startswith((site, "data:", "blob:"))
