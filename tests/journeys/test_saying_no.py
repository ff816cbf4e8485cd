"""Somebody says no to everything that is optional, and is published all the same. Requirements 4, 10 and 12."""

import re

import pytest
from django.utils.text import capfirst
from playwright.sync_api import expect

from home.models import ContentNote
from stories.submission import Submission
from tests.factories import bring_to_author, make_person, make_wording
from workflows.people.enums import Role
from workflows.privacy.enums import AT_SENDING, LATER, Use
from workflows.privacy.models import Consent
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import HEADLINE, Answer
from workflows.review.models import Suggestion

from .authors import NOT_AT_ALL, TITLE, agree_to_both, begin, bring_out, open_story

pytestmark = pytest.mark.browser
PARTS = ("I wanted to die.", "My coach never askd.", "Then a friend did.")
SUGGESTED = (
    (0, "Everything was dark.", "Kinder to readers.", "suggestion"),
    (1, "My coach never asked.", "", "spelling"),
    (HEADLINE, "The stop", "Shorter.", "suggestion"),
)


def test_every_no_is_taken_and_the_story_is_published(someone, axe):
    author = someone()
    for use in LATER:
        make_wording(use)
    words = _share(author, axe)
    case = _prepare(bring_to_author(Submission.objects.get().case, *SUGGESTED, until="prepare"))
    open_story(author, words)
    _keep_everything(author)
    _agree_to_no_other_use(author, axe)
    author.go("/en/my-story/page/")
    author.press("Yes, publish this page")
    page = bring_out(case)
    assert {use.use for use in Consent.objects.standing().filter(case=case)} == set(AT_SENDING)
    reader = someone()
    reader.go(page.url)
    assert all(part in reader.text() for part in (TITLE, *PARTS))
    assert "suggestion" not in reader.page.get_by_role("main").inner_text()
    assert not any(added in reader.text() for added in ("a hard time", "Everything was dark."))
    expect(reader.page.locator("main img")).to_have_count(0)


def _share(author, axe):
    """No name, no way to be reached, and no again when asked once more; no test of the ten words."""
    begin(author, "18 or over")
    author.write("A title for your story", TITLE)
    author.write("Your story", "\n\n".join(PARTS))
    author.press("Continue")
    author.choose("With no name")
    author.press("Continue")
    author.choose(NOT_AT_ALL)
    author.press("Continue")
    agree_to_both(author)
    author.press("Continue to your ten words")
    assert "If you’re in danger, we’d want to be able to reach you." in author.text()
    axe(author.page)
    author.press("No thanks")
    words = author.ten_words()
    author.press("Send my story")
    assert "You asked us not to contact you." in author.text()
    return words


def _prepare(case):
    """An editor puts a note and large words beside the story, and hands it to its author."""
    ContentNote.objects.create(key="hard", text="a hard time", locale=page_of(case).locale)
    draft = draft_of(page_of(case))
    draft.pull, draft.notes = PARTS[2], ["hard"]
    draft.save_revision()
    step = step_of(case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    return case


def _keep_everything(author):
    """Keep one's own words and spelling, and take out what was put beside them."""
    author.press("Look at the suggestions")
    for label in ("Keep my words", "Leave it as I wrote it", "Take it out"):
        for choice in author.page.get_by_label(label).filter(visible=True).all():
            choice.check()
    author.press("See my whole page")
    assert not Suggestion.objects.exclude(answer=Answer.KEEP).exists()
    expect(author.page.get_by_role("article")).to_contain_text(PARTS[1])


def _agree_to_no_other_use(author, axe):
    """Say no to each later use on its own switch; nothing had been said yes to before."""
    author.go("/en/my-story/uses/")
    axe(author.page)
    for use in (use for use in LATER if use != Use.DETAILS):  # told, or not, where the page is seen
        author.page.get_by_role("button", name=re.compile(f"^No ?: {capfirst(use.label)}$")).click()
        expect(author.page.get_by_text(f"Done. You said no to: {use.label}")).to_be_visible()
