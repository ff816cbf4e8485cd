"""Leaving in a hurry by the keyboard, in a real browser."""

import pytest

pytestmark = pytest.mark.browser


def test_shift_three_times_leaves(transactional_db, live_server, new_context):
    page = new_context(base_url=live_server.url).new_page()
    page.route("**/leave/", lambda route: route.fulfill(body="gone"))
    page.goto("/en/help/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url.endswith("/en/help/")
    page.keyboard.press("Shift")
    page.wait_for_url("**/leave/", timeout=5000)
