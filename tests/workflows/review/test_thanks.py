"""After the vote: what happens next, and more when the story was a heavy one. Requirement 39."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from home.models import ContentNote
from stories.actions import take_back
from tests.factories import make_story_being_read
from workflows.review.actions import cast_vote
from workflows.review.enums import Verdict
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
HEAVY = "This one was about something heavy."


@pytest.fixture
def thanks(client):
    """The page after a vote on a story that mentions anxiety, which is heavy or not."""

    def shown(*, heavy, then=None):
        ContentNote.objects.create(key="anxiety", text="anxiety", heavy=heavy, locale=Locale.get_default())
        page = make_story_being_read()
        type(page).objects.filter(pk=page.pk).update(notes=["anxiety"])
        reading = Reading.objects.filter(case=page.case).first()
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
        if then:
            then(case=page.case)
        client.force_login(reading.champion)
        return client.get(reverse("review:thanks", args=[reading.pk])).text

    return shown


def test_a_heavy_story_brings_help_a_call_and_a_break_at_once(thanks):
    html = thanks(heavy=True)
    for said in (HEAVY, "Ask us to call you", "Start my break", "Write to the volunteer team", "Samaritans"):
        assert said in html


def test_another_story_leaves_it_to_the_reader_to_say_so(thanks):
    html = thanks(heavy=False)
    assert HEAVY not in html
    assert f'href="{reverse("care:care")}"' in html
    assert "That was a lot for me" in html


def test_a_story_taken_back_meanwhile_is_thanked_for_and_says_nothing(thanks):
    html = thanks(heavy=True, then=take_back)
    assert "Thank you for reading." in html
    assert HEAVY not in html
