"""Fixtures of the browser tests: a real Chromium, a phone without JavaScript, and axe."""

import os

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator

from .chromium import MISSING, find

PHONE = {"width": 390, "height": 844}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",  # a microphone that beeps, where a page asks for one
    "--use-fake-ui-for-media-stream",
]
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK_FOR = {"runOnly": {"type": "tag", "values": STANDARD}, "resultTypes": ["violations"]}
AXE = f"{AXE_SCRIPT};0"  # without the number, Playwright would call what it is given
LOOK = """async what => {
  const timer = window.setTimeout;
  const soon = (run, _, ...more) => { Promise.resolve().then(() => run(...more)) };
  if (matchMedia("(scripting: none)").matches) window.setTimeout = soon;
  try { return (await axe.run(what)).violations } finally { window.setTimeout = timer }
}"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Drive the Chromium that is here; without one skip, or fail where CI is set."""
    path = find()
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    return {**browser_type_launch_args, "executable_path": path, "args": QUIET}


@pytest.fixture(scope="session", autouse=True)
def presses_settle():
    """Let a press end when the page it leads to has loaded: Playwright's ends when that page is still empty."""
    press = Locator.click

    def click(self, **how):
        press(self, **how)
        self.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click)
        yield


@pytest.fixture
def phone(new_context):
    """Return a page of a phone, 390 px wide, with JavaScript off."""
    return new_context(viewport=PHONE, has_touch=True, java_script_enabled=False).new_page()


@pytest.fixture
def axe():
    """Return a function that fails when axe finds anything on a page at WCAG 2.0 to 2.2, A and AA.

    It looks at the very document that is there. Chromium runs what a test asks of it also where a page may run nothing;
    only timers stay silent there, so axe, which counts on them, is given others.
    """

    def check(page):
        page.wait_for_load_state()
        page.evaluate(AXE)
        found = page.evaluate(LOOK, LOOK_FOR)
        assert not found, f"{page.url}\n" + "\n".join(map(_in_words, found))

    return check


def _in_words(violation) -> str:
    places = [f"    {' '.join(map(str, node['target']))}\n      {node['html'][:160]}" for node in violation["nodes"]]
    return "\n".join([f"  {violation['id']} ({violation['impact']}): {violation['help']}", *places])
