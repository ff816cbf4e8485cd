"""What champions hear by letter: numbers and a date, as often as they chose, once at the set hour. Nothing else."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from stories.actions import take_back
from tests.factories import make_own_words, make_person, make_story_being_read, make_story_with_author
from tests.scan import find_in_mail
from workflows.people.actions import choose_letters, take_a_break
from workflows.people.enums import Cadence, Role
from workflows.people.models import Champion
from workflows.privacy.deciding import deciding
from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import deliver_due
from workflows.privacy.models import Letter
from workflows.review.models import Reading
from workflows.review.summaries import write_summaries
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .endings import published, readers_of

pytestmark = pytest.mark.django_db
MONDAY = datetime.datetime(2027, 1, 11, 8, tzinfo=datetime.UTC)  # in winter, local time is UTC
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


@pytest.fixture
def reader():
    """One of two champions with a story before them."""
    return Reading.objects.filter(case=make_story_being_read().case).first().champion


def letters(person) -> int:
    return Letter.objects.filter(person=person, kind=LetterKind.READING_SUMMARY).count()


def tick_at(now):
    with time_machine.travel(now, tick=False):
        write_summaries(now)


def test_an_offer_is_not_a_letter(reader):
    assert not Letter.objects.filter(person=reader).exists()


def test_a_day_has_one_letter_from_the_set_hour_on(reader):
    for now, number in ((MONDAY - HOUR / 60, 0), (MONDAY, 1), (MONDAY + HOUR / 60, 1), (MONDAY + 9 * HOUR, 1)):
        tick_at(now)
        assert letters(reader) == number
    tick_at(MONDAY + DAY)
    assert letters(reader) == 2


def test_a_week_has_one_letter_on_its_first_day_or_as_soon_as_the_clock_goes_again(reader):
    choose_letters(person=reader, letters=Cadence.WEEKLY)
    for days, number in ((0, 1), (1, 1), (6, 1), (9, 2), (10, 2), (14, 3)):
        tick_at(MONDAY + days * DAY)
        assert letters(reader) == number


def test_a_missed_day_is_one_letter_and_not_two(reader):
    tick_at(MONDAY)
    tick_at(MONDAY + 3 * DAY + 5 * HOUR)
    tick_at(MONDAY + 3 * DAY + 6 * HOUR)
    assert letters(reader) == 2


def test_a_clock_turned_back_writes_nothing_twice(reader):
    tick_at(MONDAY + DAY)
    tick_at(MONDAY)
    tick_at(MONDAY + DAY)
    assert letters(reader) == 1


def test_a_clock_that_ran_far_ahead_does_not_silence_anybody(reader):
    tick_at(MONDAY + 900 * DAY)
    tick_at(MONDAY)
    tick_at(MONDAY)
    assert letters(reader) == 2


def never(person):
    choose_letters(person=person, letters=Cadence.NEVER)


def on_a_break(person):
    take_a_break(person=person, paused=True)


def gone(person):
    person.is_active = False
    person.save()


def without_the_role(person):
    person.groups.clear()


def with_a_paused_story(person):
    raise_concern(case=person.readings.get().case, raised_by=RaisedBy.STAFF, text="Why.")


@pytest.mark.parametrize("who", [never, on_a_break, gone, without_the_role, with_a_paused_story])
def test_no_letter_for(who, reader):
    who(reader)
    tick_at(MONDAY)
    assert letters(reader) == 0


def test_nothing_to_say_is_no_letter_and_what_comes_later_waits_for_the_hour(reader):
    quiet = make_person(Role.CHAMPION)
    tick_at(MONDAY)
    assert letters(quiet) == 0
    with deciding():
        Reading.objects.filter(champion=reader).update(champion=quiet)
    tick_at(MONDAY + 2 * HOUR)
    assert letters(quiet) == 0
    tick_at(MONDAY + DAY)
    assert letters(quiet) == 1


def body_of(person, mailoutbox) -> str:
    mailoutbox.clear()
    Champion.objects.exclude(person=person).update(letters=Cadence.NEVER)
    now = timezone.localtime().replace(hour=9) + DAY
    with time_machine.travel(now):
        write_summaries(now)
        deliver_due()
    return next((mail.body for mail in mailoutbox if mail.to == [person.email]), "")


def test_a_letter_says_numbers_and_a_day_and_no_more(reader, mailoutbox):
    reading = reader.readings.get()
    body = body_of(reader, mailoutbox)
    assert f"One thing to read waits for you, until {reading.due_on.day} {reading.due_on:%B}." in body
    assert "Sign in here: http://localhost:8000/start/" in body
    assert "How often we write is your choice" in body
    for told in ("bus stop", "Kilbrannoch", str(reading.pk), str(reading.case)):
        assert find_in_mail(told, mailoutbox) == []


def test_a_letter_counts_news_and_changed_parts(mailoutbox):
    page, other = published(), make_story_with_author()
    reader = readers_of(page.case)[0]
    with deciding():
        Reading.objects.filter(pk=Reading.objects.filter(case=other).first().pk).update(champion=reader)
    take_back(case=other)
    make_own_words(make_story_with_author())
    body = body_of(reader, mailoutbox)
    assert "One small part waits for you or somebody else to look at." in body
    assert "One thing you read is out now. Thank you." in body
    assert "Whoever wrote one thing you read chose not to go on." in body
    assert page.url not in body


def test_news_stands_in_one_letter_alone(mailoutbox):
    reader = readers_of(published().case)[0]
    assert "is out now" in body_of(reader, mailoutbox)
    later = timezone.now() + 3 * DAY
    assert write_summaries(later.replace(hour=12)) == 0


def test_what_was_done_before_the_letter_went_is_not_asked_for(reader, mailoutbox):
    write_summaries(timezone.now().replace(hour=12))
    reader.readings.update(state="handed-back")
    deliver_due()
    (body,) = (mail.body for mail in mailoutbox if mail.to == [reader.email])
    assert "Nothing waits for you today." in body
