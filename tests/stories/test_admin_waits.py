"""In a story's editor: a Publish that can't be pressed says what it waits for, and a panel says what was agreed to."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from tests.factories import make_person, make_public_story, make_story_with_author
from workflows.people.enums import Role
from workflows.review.actions import seal
from workflows.review.cases import draft_of, page_of, step_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client):
    """Return what an editor sees of a case's page."""
    client.force_login(make_person(Role.EDITOR))
    return lambda page: client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


def button(html) -> str:
    return html.split("gt-waits-for")[1].split("</button>")[0]


def test_it_waits_for_the_authors_yes_since_a_day(opened):
    case = make_story_with_author()
    html = opened(page_of(case))
    since = date_format(timezone.localtime(step_of(case).started_at), "j F")
    assert f"Waiting for the author’s yes since {since}" in button(html)
    assert "disabled" in button(html)
    assert "Until then nothing here can be changed." in html
    assert ("action-publish" in html, "Page locked" in html) == (False, False)
    assert "has not said yes to this page yet" in html


def test_at_prepare_it_waits_for_an_editor_who_can_still_save(opened):
    html = opened(page_of(make_story_with_author(until="prepare")))
    assert "Waiting for an editor since" in button(html)
    assert "Save draft" in html


def test_after_the_yes_the_panel_says_when(opened):
    case = make_story_with_author()
    seal(case=case, digest=draft_of(page_of(case)).digest())
    html = opened(page_of(case))
    assert "The author said yes to exactly this page on" in html
    assert "Waiting for a day since" in button(html)


def test_a_set_day_is_said_and_locks(opened):
    case = make_story_with_author()
    seal(case=case, digest=draft_of(page_of(case)).digest())
    step = step_of(case)
    step.publish_on = datetime.datetime(2030, 12, 24, 10, tzinfo=datetime.UTC)
    step.save()
    html = opened(page_of(case))
    assert "Comes out on 24 December 2030, 10:00" in button(html)
    assert "Save draft" not in html


def test_a_published_story_says_who_can_change_it(opened):
    assert "Published: only its author can change the words" in button(opened(make_public_story()))


def test_the_panel_says_what_was_agreed_to_and_has_no_place_for_a_schedule(opened):
    html = opened(page_of(make_story_with_author()))
    assert "“publish my story on this site”" in html
    assert ("schedule-publishing" in html, "No publishing schedule" in html) == (False, False)


def test_other_pages_keep_their_publish(client):
    person = make_person(Role.EDITOR)
    client.force_login(person)
    page = page_of(make_story_with_author()).get_parent().get_siblings(inclusive=False).first()
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert ("gt-waits-for" in html, "action-publish" in html) == (False, True)
