"""A reader's name stands in the golden thread only as they agreed before their vote, and goes at once."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from home.pagecache.wsgi import PageCache
from stories.models import StoryPage
from tests.factories import make_person, make_story_being_read
from tests.home.test_page_cache import get
from workflows.people.actions import choose_name
from workflows.people.enums import Role, ShownAs
from workflows.review.actions import cast_vote
from workflows.review.cases import page_of
from workflows.review.enums import Verdict
from workflows.review.models import Reading, Vote
from workflows.review.thread import thread_of

from .endings import published, readers_of

pytestmark = pytest.mark.django_db
QUIET = "Volunteers with lived experience of their own."


def said(page) -> str:
    return thread_of(StoryPage.objects.get(pk=page.pk))[1][1]


def agree_before_voting(reader, shown_as=ShownAs.FIRST_NAME, name=""):
    """Agree, as if it had been done before the votes there are."""
    mine = choose_name(person=reader, shown_as=shown_as, made_up_name=name)
    mine.shown_since = Vote.objects.order_by("cast_at").first().cast_at
    mine.save()


def served(page) -> str:
    return Client().get(page.url).text


def test_nobody_is_named_unless_they_say_so():
    page = published()
    assert said(page) == QUIET
    assert [reader.first_name for reader in readers_of(page.case) if reader.first_name in served(page)] == []


def test_one_or_both_are_named_as_they_chose():
    page = published()
    first, second = readers_of(page.case)
    agree_before_voting(first, ShownAs.MADE_UP, "Robin")
    assert said(page) == f"{QUIET} Among them: Robin."
    agree_before_voting(second)
    assert said(page) in {
        f"Volunteers with lived experience of their own: {names}."
        for names in (f"Robin and {second.first_name}", f"{second.first_name} and Robin")
    }
    assert "Robin" in served(page)


def test_a_name_taken_away_or_changed_is_gone_at_once_and_the_seal_holds():
    page = published()
    reader = readers_of(page.case)[0]
    sealed_with = StoryPage.objects.get(pk=page.pk).digest()
    for shown_as, name in ((ShownAs.NOT, ""), (ShownAs.MADE_UP, "Someone Else")):
        agree_before_voting(reader, ShownAs.MADE_UP, "Robin")
        assert "Robin" in served(page)
        choose_name(person=reader, shown_as=shown_as, made_up_name=name)
        answer = Client().get(page.url)
        assert (answer.status_code, "Robin" in answer.text, "Someone Else" in answer.text) == (200, False, False)
    assert StoryPage.objects.get(pk=page.pk).digest() == sealed_with


def test_no_name_comes_to_a_page_whose_author_did_not_see_it():
    page = published()
    choose_name(person=readers_of(page.case)[0], shown_as=ShownAs.FIRST_NAME)
    assert said(page) == QUIET


def test_a_vote_after_the_yes_names_nobody_on_the_page_that_is_out():
    page = published()
    late = make_person(Role.CHAMPION)
    choose_name(person=late, shown_as=ShownAs.FIRST_NAME)
    due = Reading.objects.first().due_on
    reading = Reading.objects.create(case=page.case, champion=late, state="done", due_on=due)
    Vote.objects.create(reading=reading, digest="x", verdict=Verdict.FINE)
    assert said(page) == QUIET


def test_an_author_sees_the_names_before_their_yes():
    page = make_story_being_read()
    reading, other = Reading.objects.filter(case=page.case)
    choose_name(person=reading.champion, shown_as=ShownAs.MADE_UP, made_up_name="Robin")
    for one in (reading, other):
        cast_vote(reading=one, person=one.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    assert thread_of(page_of(page.case))[1][1] == f"{QUIET} Among them: Robin."


@pytest.mark.parametrize("leave", ["switched off", "without a profile"])
def test_who_has_left_is_named_nowhere(leave):
    page = published()
    reader = readers_of(page.case)[0]
    agree_before_voting(reader)
    if leave == "switched off":
        reader.is_active = False
        reader.save()
    else:
        reader.champion.delete()
    assert said(page) == QUIET


@pytest.mark.django_db(transaction=True)
def test_a_name_taken_away_is_gone_from_kept_pages_at_once():
    page, kept = published(), PageCache(WSGIHandler())
    reader = readers_of(page.case)[0]
    agree_before_voting(reader, ShownAs.MADE_UP, "Robin")
    for _visit in range(2):
        assert b"Robin" in get(kept, page.url, HTTP_HOST="localhost")[2]
    choose_name(person=reader, shown_as=ShownAs.NOT)
    assert b"Robin" not in get(kept, page.url, HTTP_HOST="localhost")[2]
