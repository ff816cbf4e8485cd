"""Everybody at one story at once: a few of the scripts of `bench.interleavings`, on threads and real commits."""

import pytest
from wagtail.models import Page

from bench.deeds import ROAD, UNSEEN, Event, act, left_behind, script, visitor, wrong_at_the_end, wrong_in
from stories.models import StoryPage
from tests.factories import make_story_with_author
from workflows.review.cases import page_of
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .test_races import at_once

ACTORS = 2
with_real_commits = pytest.mark.django_db(transaction=True)


def by_script(case, acts):
    """Return a work that does these acts one after the other; the worker has no queue here."""
    return lambda: [act(name, case, chance) for name, chance in acts if name != "worker"]


@with_real_commits
def test_whatever_is_done_at_once_nothing_is_shown_that_should_not_be():
    look_once = visitor()
    for number in (0, 4, 12):
        case = make_story_with_author()
        path = page_of(case).get_url()
        works = [by_script(case, acts) for acts in script(number, ACTORS)]
        *acted, seen = at_once(*works, lambda path=path: [look_once(path) for _time in range(8)])
        events, last = [event for events in (*acted, seen) for event in events], look_once(path)
        assert wrong_in(events) + wrong_at_the_end(case, events, last) == []
    assert left_behind() == []


@with_real_commits
def test_the_eye_at_the_end_notices_what_should_not_be():
    case, look_once = make_story_with_author(), visitor()
    page = page_of(case)
    assert [act(name, case, 0.0).heard for name in ROAD] == ["done", "done", "done"]
    visit = look_once(page.get_url())
    assert (visit.heard, wrong_at_the_end(case, [], visit)) == ("200", [])
    StoryPage.objects.filter(pk=page.pk).update(headline=UNSEEN)
    assert wrong_at_the_end(case, [], visit) == [
        "a page is up without its author's yes to it",
        "a page is up with words its author never saw",
    ]
    raise_concern(case=case, raised_by=RaisedBy.STAFF)
    assert "a paused page is shown" in wrong_at_the_end(case, [], visit)
    taken = Event("take back", 0, 1, "done")
    assert "a page is left of what was taken back" in wrong_at_the_end(case, [taken], visit)
    Page.objects.filter(pk=page.pk).update(live=False)
    assert "a page is shown that is not up" in wrong_at_the_end(case, [], visit)
    draft = page.latest_revision
    draft.pk, draft.object_id = None, "0"
    draft.save()
    assert left_behind() == ["a draft is left of page 0"]


OUT = [Event(name, place, place + 0.5, "done") for place, name in enumerate(ROAD)]  # until 2.5
AT_3 = Event("visit", 3, 3.1, "200")


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ([*OUT, AT_3], []),
        ([*OUT[1:], AT_3], ["a page was shown before ['yes']"]),
        ([*OUT[:2], AT_3], ["a page was shown before ['tick']"]),
        ([*OUT, Event("take back", 2.6, 2.9, "done"), AT_3], ["a page was shown after it was taken back"]),
        ([*OUT, Event("take back", 2.6, 3.05, "done"), AT_3], []),
        ([*OUT, Event("freeze", 2.6, 2.9, "done"), AT_3], ["a page was shown while it was frozen"]),
        ([*OUT, Event("freeze", 2.6, 2.7, "done"), Event("unfreeze", 2.8, 2.9, "done"), AT_3], []),
        ([*OUT, Event("unfreeze", 2.1, 2.2, "done"), Event("freeze", 2.6, 2.7, "done"), AT_3],
         ["a page was shown while it was frozen"]),
        ([Event("yes", 0, 1, "IntegrityError")], ["yes heard IntegrityError"]),
        ([Event("visit", 0, 1, "500")], ["a reader met 500"]),
        ([Event("visit", 0, 1, "unseen")], ["a reader met unseen"]),
    ],
)  # fmt: skip
def test_the_eye_that_looks_all_along_notices_what_should_not_be(events, wrong):
    assert wrong_in(events) == wrong
