"""Under 13, 13 to 15 with an adult's link, and 13 to 15 who can't ask at home. Requirements 1, 5 and 7.

16 and 17 walk `test_route_of_a_story.py`; from 18 on, `test_told_without_typing.py`.
"""

import re

import pytest
from django.contrib.sessions.models import Session

from stories.attempts import Attempt
from stories.models import StoryPage
from stories.submission import Submission
from tests.factories import bring_to_author
from workflows.people.models import AgeMark
from workflows.privacy.models import CaseKey

from .authors import NOT_AT_ALL, STORY, agree_to_both, begin, bring_out, keeper_reads, open_story, send, write

pytestmark = pytest.mark.browser
LINK = re.compile(r"/en/share/adult/[^/]+/$")


def test_under_13_nothing_is_kept_and_help_is_there(someone, axe):
    child = someone()
    begin(child, "Under 13")
    said = child.text()
    assert ("We have not kept anything." in said, "Childline" in said) == (True, True)
    axe(child.page)
    assert [cookie["name"] for cookie in child.page.context.cookies()] == ["csrftoken"]  # the form's own, by chance
    for model in (Submission, CaseKey, AgeMark, Session, Attempt):
        assert not model.objects.exists()
    child.go("/en/share/words/")
    assert "Return to my story" in child.text()


def test_fourteen_with_an_adults_link_from_the_first_screen_to_the_page(someone, axe):
    author, adult, keeper = someone(), someone(), someone()
    begin(author, "13 to 15")
    write(author)
    author.press("Continue")
    author.choose("With no name")
    author.press("Continue")
    author.choose(NOT_AT_ALL)
    author.press("Continue")
    author.choose("A parent")
    author.choose("Give me a link")
    author.press("Continue")
    agree_to_both(author)
    words = send(author)
    link = author.value("Copy this link")
    assert LINK.search(link)
    axe(author.page)

    keeper_reads(keeper)
    assert "Record the agreement first." in keeper.text()
    _adult_agrees(adult, LINK.search(link)[0], axe)
    open_story(author, words)
    assert "They said yes. You don’t need to do anything more." in author.text()
    keeper.go("/en/desk/intake/")
    keeper.press("Open")
    assert "An adult agreed by link on" in keeper.text()

    case = bring_to_author(Submission.objects.get().case)
    open_story(author, words)
    author.press("See my whole page")
    author.press("Yes, publish this page")
    page = bring_out(case)
    adult.go(page.url)
    assert "Then my friend asked twice." in adult.text()
    assert StoryPage.objects.public().count() == 1


def _adult_agrees(adult, link, axe):
    """The adult reads what they are asked, and not a word of the story; their answer counts once."""
    adult.go(link)
    axe(adult.page)
    assert not [line for line in STORY.split("\n\n") if line in adult.page.content()]
    adult.press("I agree")
    assert "Thank you. Your answer is with us" in adult.text()
    axe(adult.page)
    adult.go(link)
    assert "This link does not work any more" in adult.text()
    axe(adult.page)


def test_fourteen_who_cannot_ask_at_home_begins_on_one_phone_and_ends_on_another(someone, axe):
    first, second, keeper = someone(), someone(), someone()
    begin(first, "13 to 15")
    write(first)
    first.press("Save and come back later")
    words = first.ten_words()
    first.press("I have my words")
    assert "Your story is saved" in first.text()
    first.go("/en/share/words/")
    assert "A story was open" not in first.text()

    open_story(second, "-".join(word[:4] for word in words.split()).upper())
    second.choose("With no name")
    second.press("Continue")
    second.choose("By text")
    second.write("Number for texts", "07700 900123")
    second.choose("No, someone else could see")
    second.press("Continue")
    second.choose("I can’t ask at home")
    second.write("A safe way for us to reach you", "Ms Reid at school")
    second.press("Continue")
    agree_to_both(second)
    second.press("Continue to your ten words")
    assert "You told us that you have your ten words." in second.text()
    second.press("Send my story")
    assert "You can’t ask at home, and that is all right." in second.text()
    axe(second.page)

    keeper_reads(keeper)
    keeper.unfold("Show how to reach them")
    keeper.choose("An adult’s agreement is needed")
    keeper.press("Show")
    assert "Ms Reid at school" in keeper.text()
    keeper.write("Which adult agreed", "Ms Reid knows. Home is not safe.")
    keeper.press("Record it")
    keeper.press("Accept this story")
    open_story(first, words)
    assert "Your story is being read" in first.text()
