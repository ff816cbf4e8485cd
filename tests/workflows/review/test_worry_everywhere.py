"""A worry is one press away on every screen of a story: while reading, tidying, confirming, leaving and afterwards."""

import pytest
from django.urls import reverse

from tests.factories import make_own_words, make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.privacy.deciding import deciding
from workflows.review.models import Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

from .reader import begin, send_vote, url

pytestmark = pytest.mark.django_db
ASKED = (1, "My coach never asked.", "It names a club.", "suggestion")


@pytest.fixture
def change():
    """A part in its author's new words, before champions."""
    return make_own_words(make_story_with_author(ASKED), checked=True)


@pytest.fixture
def confirmer(client, change):
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    return person


def address(name, change):
    return reverse(f"review:{name}", args=[change.pk])


@pytest.mark.parametrize("name", ["reading", "spelling", "step_away", "thanks"])
def test_each_screen_of_a_reading_has_it(client, name):
    reading = begin(client)
    if name == "thanks":
        send_vote(client, reading)
    assert 'id="worry-form"' in client.get(url(name, reading)).text
    client.post(reverse("review:worry"), {"reading": reading.pk})
    assert Concern.objects.get().case == reading.case


def test_one_press_on_a_changed_part_pauses_its_story(client, confirmer, change):
    assert address("worry_change", change) in client.get(address("confirm", change)).text
    answer = client.post(address("worry_change", change), {"text": "They sound\x00 unsafe." + "x" * 2_000}, follow=True)
    assert "Safeguarding will open this" in answer.text
    concern = Concern.objects.get()
    assert (concern.case, concern.person, concern.raised_by) == (change.case, confirmer, RaisedBy.CHAMPION)
    assert concern.text.startswith("They sound unsafe.")
    assert "This is paused" in client.get(address("confirm", change)).text


def test_a_second_worry_about_a_paused_story_is_taken_too(client, confirmer, change):
    raise_concern(case=change.case, raised_by=RaisedBy.AUTHOR)
    client.post(address("worry_change", change), {"text": "I think so too."})
    assert Concern.objects.filter(person=confirmer).count() == 1


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.EDITOR])
def test_who_may_not_confirm_a_part_stops_nothing_by_it(client, change, role):
    person = make_person(role)
    with deciding():
        Suggestion.objects.filter(pk=change.pk).update(made_by=person)
    client.force_login(person)
    answer = client.post(address("worry_change", change), {"text": "No."})
    assert (answer.status_code, Concern.objects.count()) == (403, 0)
