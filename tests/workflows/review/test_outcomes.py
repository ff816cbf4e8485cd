"""What became of a story reaches those who read it to the end: that it is out, or that it does not go on. Never why."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stories.actions import decline, take_back
from tests.answered import FOUND
from tests.factories import make_person, make_story_being_read, make_story_with_author
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.privacy.deciding import deciding
from workflows.privacy.management.commands.tick import tick
from workflows.review.actions import cast_vote, give_back
from workflows.review.enums import Outcome, ReadingState, Verdict
from workflows.review.models import Reading
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

from .endings import published, readers_of

pytestmark = pytest.mark.django_db
DESK = reverse("review:desk")
ENDED = "The author of a story you read chose not to go on."


def outcomes(case):
    return set(Reading.objects.filter(case=case).values_list("outcome", flat=True))


@pytest.fixture
def desk(client):
    def shown(person):
        client.force_login(person)
        return client.get(DESK).text

    return shown


def test_readers_of_a_page_that_is_out_find_it_on_their_desk(desk):
    page = published()
    reader, _other = readers_of(page.case)
    html = desk(reader)
    assert "A story you read was published on" in html
    assert f'href="{page.url}"' in html
    assert page.headline not in html
    assert "was published" not in desk(make_person(Role.CHAMPION))


def test_news_goes_with_the_page(desk):
    page = published()
    reader = readers_of(page.case)[0]
    keeper = make_person(Role.SAFEGUARDING)
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF, text="Why.")
    assert "was published" not in desk(reader)
    unfreeze(case=page.case, person=keeper, outcome="Fine.")
    assert "was published" in desk(reader)
    take_back(case=page.case)
    html = desk(reader)
    assert ("was published" in html, ENDED in html, page.url in html) == (False, False, False)
    assert outcomes(page.case) == {""}


def test_news_is_for_two_weeks(desk):
    reader = readers_of(published().case)[0]
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)):
        assert "was published" not in desk(reader)


def test_an_author_who_does_not_go_on_is_told_of_without_a_why(desk):
    case = make_story_with_author()
    reader = readers_of(case)[0]
    take_back(case=case)
    assert outcomes(case) == {Outcome.ENDED}
    assert ENDED in desk(reader)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)):
        assert ENDED not in desk(reader)
        tick()
    assert outcomes(case) == {""}


def test_nothing_is_told_of_a_paused_story_even_later(desk):
    case = make_story_with_author()
    reader, keeper = readers_of(case)[0], make_person(Role.SAFEGUARDING)
    raise_concern(case=case, raised_by=RaisedBy.CHAMPION, person=reader, text="Why.")
    take_back(case=case)
    assert ENDED not in desk(reader)
    unfreeze(case=case, person=keeper, outcome="Safe.")
    assert ENDED not in desk(reader)
    assert outcomes(case) == {""}


@pytest.mark.parametrize("stories", [1, 3])
def test_news_costs_the_desk_as_much_for_one_as_for_three(client, stories, django_assert_num_queries):
    reader = make_person(Role.CHAMPION)
    take_a_break(person=reader, paused=True)  # so that chance gives them no reading of their own
    for _number in range(stories):
        read = Reading.objects.filter(case=published().case).first()
        with deciding():
            Reading.objects.filter(pk=read.pk).update(champion=reader)
    client.force_login(reader)
    client.get(DESK)
    with django_assert_num_queries(13):
        assert client.get(DESK).text.count("was published on") == stories


@pytest.mark.parametrize("state", [ReadingState.STEPPED_AWAY, ReadingState.HANDED_BACK])
def test_who_gave_a_story_back_hears_nothing(desk, state):
    page = make_story_being_read()
    gone, stays = Reading.objects.filter(case=page.case)
    give_back(reading=gone, person=gone.champion, state=state)
    cast_vote(reading=stays, person=stays.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    take_back(case=page.case)
    assert (ENDED in desk(gone.champion), ENDED in desk(stays.champion)) == (False, True)


def test_what_staff_decline_is_not_put_down_to_the_author(desk):
    page = make_story_being_read()
    reading, other = Reading.objects.filter(case=page.case)
    for one in (reading, other):
        cast_vote(reading=one, person=one.champion, digest=page.words_digest(), verdict=Verdict.NOT_NOW, found=FOUND)
    decline(case=page.case, person=make_person(Role.SAFEGUARDING), reason="It names a club.", alternative="Write.")
    assert ENDED not in desk(reading.champion)
