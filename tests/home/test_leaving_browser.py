"""Leaving in a hurry by the keyboard, in a real browser."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_shift_three_times_leaves(client, new_context):
    def answer(route):
        reply = client.get(urlsplit(route.request.url).path)
        body = b"".join(reply.streaming_content) if reply.streaming else reply.content
        route.fulfill(status=reply.status_code, headers=dict(reply.headers), body=body)

    cache.clear()
    page = new_context(base_url="http://testserver").new_page()
    page.route("**/*", answer)
    page.route("**/leave/", lambda route: route.fulfill(body="gone"))
    page.goto("/en/help/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url.endswith("/en/help/")
    page.keyboard.press("Shift")
    page.wait_for_url("**/leave/", timeout=5000)
