"""A teacher with ten minutes and a tablet, and the same lesson from a stick with no network. Requirements 26 and 32."""

from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import STANDARD
from toolkits.demo import seed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TABLET = {"viewport": {"width": 1024, "height": 768}, "has_touch": True}


@pytest.fixture
def pack(transactional_db, monkeypatch):
    """The demonstration's pack, with the first lessons of one part."""
    level, lessons = seed.SESSIONS["s3-s4"]
    monkeypatch.setattr(seed, "SESSIONS", {"s3-s4": (level, lessons[:2])})
    return seed.seed_packs()


def swipe(page, across):
    page.evaluate(
        """(across) => {
          const board = document.querySelector("[data-board]");
          const at = (x) => [new Touch({ identifier: 1, target: board, clientX: x, clientY: 300 })];
          const tell = (name, to) => board.dispatchEvent(
            new TouchEvent(name, { touches: name === "touchend" ? [] : at(to), changedTouches: at(to), bubbles: true }),
          );
          tell("touchstart", 500);
          tell("touchend", 500 + across);
        }""",
        across,
    )


def on_slide(page, number):
    expect(page.locator(f"#slide-{number}")).to_be_focused()


def test_a_teacher_with_ten_minutes_and_a_tablet(new_context, live_server, axe, pack):
    context = new_context(**TABLET)
    page = context.new_page()
    page.goto(f"{live_server.url}{pack.url}?prepare=10&screen=no")
    expect(page.get_by_role("status")).to_contain_text("fit")
    axe(page)
    page.get_by_role("link", name="Agreeing how we talk", exact=False).first.click()
    expect(page.get_by_role("heading", name="Read this first (2 min)")).to_be_visible()
    expect(page.get_by_role("link", name="Slides (PPTX")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Show on the board").click()
    page.wait_for_url("**/board/")
    axe(page)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Notes on my own screen").click()
    notes = opened.value
    notes.wait_for_load_state()
    axe(notes)
    context.set_offline(True)  # once opened, both go on
    page.bring_to_front()
    page.keyboard.press("ArrowRight")
    on_slide(page, 1)
    expect(notes.locator("#note-1")).to_have_class("note now")
    swipe(page, -200)
    on_slide(page, 2)
    swipe(page, 200)
    on_slide(page, 1)
    notes.keyboard.press("ArrowRight")
    on_slide(page, 2)
    expect(page.locator(".said[open]")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator("#slide-2 .said")).to_have_attribute("open", "")
    expect(page.locator("#slide-2 .said")).to_contain_text("wall")


def check(page):
    """Have axe read a page from the disk where it stands: its style lies beside it, and it has no policy on scripts."""
    found = (
        Axe()
        .run(page, options={"runOnly": {"type": "tag", "values": STANDARD}, "preload": False})
        .response["violations"]
    )
    assert [(one["id"], [node["html"][:90] for node in one["nodes"]]) for one in found] == []


def test_the_zip_works_from_a_stick_without_a_network(new_context, pack, tmp_path):
    with ZipFile(pack.current_release().path) as archive:
        archive.extractall(tmp_path / "stick")
    context = new_context(**TABLET)
    context.set_offline(True)
    page = context.new_page()
    problems = []
    page.on("requestfailed", lambda request: problems.append(request.url))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"file://{tmp_path}/stick/index.html")
    check(page)
    page.get_by_role("link", name="Agreeing how we talk", exact=True).click()
    expect(page.get_by_role("heading", name="Agreeing how we talk")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Show on the board").click()
    page.locator("[data-keys]").wait_for()
    check(page)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Notes on my own screen").click()
    opened.value.wait_for_load_state()
    check(opened.value)
    page.bring_to_front()
    page.keyboard.press("ArrowRight")
    on_slide(page, 1)
    expect(opened.value.locator("#note-1")).to_have_class("note now")
    page.get_by_role("link", name="Back to the lesson").first.click()
    page.get_by_role("link", name="Back to all sessions").click()
    expect(page.get_by_role("heading", name=pack.title)).to_be_visible()
    assert problems == []
