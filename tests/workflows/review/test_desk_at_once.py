"""Several champions press at the same moment, through the desk, on whichever database the suite runs."""

import threading

import pytest
from django.db import close_old_connections, connection
from django.test import Client
from django.urls import reverse

from tests.answered import answered
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.review.cases import draft_of, step_of
from workflows.review.enums import ReadingState
from workflows.review.models import PrepareTask, Reading, Vote

pytestmark = pytest.mark.django_db(transaction=True)


def press_at_once(presses) -> list[int]:
    """Send each (person, address, data) from a thread of its own, started together. Returns the answers' codes."""
    gate, codes = threading.Barrier(len(presses)), []

    def press(client, address, data):
        close_old_connections()
        gate.wait()
        try:
            codes.append(client.post(address, data).status_code)
        finally:
            connection.close()

    threads = []
    for person, address, data in presses:
        client = Client()
        client.force_login(person)
        threads.append(threading.Thread(target=press, args=(client, address, data)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(codes)


def url(name, reading):
    return reverse(f"review:{name}", args=[reading.pk])


@pytest.fixture
def readings():
    """Three champions with one story before them, of which two are needed."""
    page = make_story_being_read()
    first = Reading.objects.filter(case=page.case).first()
    Reading.objects.create(case=page.case, champion=make_person(Role.CHAMPION), due_on=first.due_on)
    return page, list(Reading.objects.filter(case=page.case).select_related("champion"))


def test_three_votes_at_once_count_two_and_the_third_hears_that_it_is_decided(readings):
    page, three = readings
    data = {**answered("fine"), "digest": draft_of(page).words_digest()}
    codes = press_at_once([(reading.champion, url("vote", reading), data) for reading in three])
    assert codes == [302, 302, 409]
    assert Vote.objects.count() == 2
    assert step_of(page.case).task.specific_class is PrepareTask
    states = sorted(Reading.objects.filter(case=page.case).values_list("state", flat=True))
    assert states == [ReadingState.DONE, ReadingState.DONE, ReadingState.NOT_NEEDED]


def test_one_vote_pressed_three_times_at_once_counts_once(readings):
    page, (reading, *_others) = readings
    data = {**answered("fine"), "digest": draft_of(page).words_digest()}
    codes = press_at_once([(reading.champion, url("vote", reading), data)] * 3)
    assert set(codes) == {302}
    assert Vote.objects.count() == 1


def test_two_who_hand_back_at_once_bring_two_other_readers(readings):
    page, three = readings
    Reading.objects.filter(pk=three[2].pk).delete()
    for _number in range(3):
        make_person(Role.CHAMPION)
    codes = press_at_once([(reading.champion, url("hand_back", reading), {}) for reading in three[:2]])
    assert codes == [302, 302]
    assert Reading.objects.held().filter(case=page.case).count() == 2
    assert Reading.objects.filter(case=page.case, state=ReadingState.HANDED_BACK).count() == 2
