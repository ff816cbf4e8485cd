"""Two people at the same moment, on real threads and real commits, on whichever database the suite runs.

Requirement 35.
"""

import datetime
import threading

import pytest
import time_machine
from django.db import close_old_connections, connection

from stories.actions import accept, take_back
from stories.models import Gone, StoryPage
from tests.factories import make_person, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.review.actions import cast_vote, publish_due, seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Verdict
from workflows.review.models import PrepareTask, Reading, Seal, Vote

from .roads import UNSEEN, accepted, change, sealed, set_day

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works) -> list:
    """Run each on a thread of its own, started together. Returns what each returned or raised, in their order."""
    gate, results = threading.Barrier(len(works)), [None] * len(works)

    def run(number, work):
        close_old_connections()
        gate.wait()
        try:
            results[number] = work()
        except Exception as error:  # noqa: BLE001  (whatever it is, the test looks at it)
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def kinds(results) -> list[str]:
    return sorted(type(result).__name__ for result in results)


@pytest.mark.parametrize("_round", range(3))
def test_live_and_words_saved_side_by_side_never_end_live_and_unsealed(_round):
    """Section 13: without the row's lock, each save sees the other's column as it was."""
    page = sealed()
    up, other = change(page, live=True), change(page, headline=UNSEEN)
    results = at_once(
        lambda: up.save(update_fields=["live"]), lambda: other.save(update_fields=["headline"], clean=False)
    )
    stored = StoryPage.objects.get(pk=page.pk)
    assert (stored.live, stored.headline == UNSEEN) != (True, True)
    assert kinds(results) == ["NoneType", "NotSealed"]


def test_three_votes_at_once_count_two_and_the_story_goes_on_once():
    """T9: stock approves twice, its status being read from memory."""
    page = accepted()
    champion = next(person for person in _champions() if not person.readings.filter(case=page.case).exists())
    due_on = Reading.objects.filter(case=page.case).first().due_on
    Reading.objects.create(case=page.case, champion=champion, due_on=due_on)
    digest = page.words_digest()
    readings = list(Reading.objects.filter(case=page.case).select_related("champion"))
    results = at_once(*[_vote(reading, digest) for reading in readings])
    assert kinds(results) == ["Late", "Vote", "Vote"]
    assert Vote.objects.count() == 2
    assert isinstance(step_of(page.case).task.specific, PrepareTask)


def _champions():
    return make_person().__class__.objects.in_role(Role.CHAMPION)


def _vote(reading, digest):
    return lambda: cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.FINE)


def test_one_reading_pressed_twice_is_one_vote():
    page = accepted()
    reading = Reading.objects.filter(case=page.case).first()
    results = at_once(*[_vote(reading, page.words_digest())] * 2)
    assert kinds(results) == ["Late", "Vote"]


def test_two_safeguarding_people_accept_one_story_once():
    for _number in range(2):
        make_person(Role.CHAMPION)
    case, keepers = make_submission().case, [make_person(Role.SAFEGUARDING) for _number in range(2)]
    results = at_once(*[lambda person=person: accept(case=case, person=person) for person in keepers])
    assert kinds(results) == ["Late", "StoryPage"]
    assert StoryPage.objects.filter(translation_key=case).count() == 1


def test_a_yes_pressed_twice_is_one_yes():
    case = make_story_with_author()
    digest = draft_of(page_of(case)).digest()
    results = at_once(*[lambda: seal(case=case, digest=digest)] * 2)
    assert kinds(results) == ["Late", "Seal"]
    assert Seal.objects.filter(case=case).count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_taken_back_at_the_moment_of_publication_leaves_nothing_up(_round):
    page = sealed()
    day = set_day(page)
    with time_machine.travel(day + datetime.timedelta(minutes=1)):
        results = at_once(lambda: publish_due(case=page.case), lambda: take_back(case=page.case))
        published, taken_back = results
    assert taken_back is None
    assert published in (True, False)
    assert not StoryPage.objects.filter(translation_key=page.case).exists()
    assert Gone.objects.filter(slug=page.slug).exists() is published


def test_two_minutes_at_once_publish_once():
    page = sealed()
    with time_machine.travel(set_day(page) + datetime.timedelta(minutes=1)):
        assert sorted(at_once(*[lambda: publish_due(case=page.case)] * 2)) == [False, True]
    assert StoryPage.objects.public().count() == 1
