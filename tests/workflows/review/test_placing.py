"""Staff decide who reads: somebody else, one more, or one of themselves, which the page then says."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.answered import FOUND
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.privacy.actions import erase
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.actions import cast_vote, give_back
from workflows.review.cases import page_of, step_of
from workflows.review.enums import ReadingState, Verdict
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.explaining import why_asked
from workflows.review.models import Placement, PrepareTask, Reading
from workflows.review.placing import place_reader
from workflows.review.thread import thread_of
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .desks import make_staff_reader, own_profile, yesterday

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story_being_read()


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def place(story, keeper, **fields):
    known = {"seen": Reading.objects.filter(case=story.case).count(), "reason": "Moved house."}
    return place_reader(case=story.case, person=keeper, **known | fields)


def readings(story):
    return list(Reading.objects.filter(case=story.case).select_related("champion").order_by("offered_at", "pk"))


def test_a_reading_goes_to_the_fairest_other_and_why_is_kept_encrypted(story, keeper):
    third, first = make_person(Role.CHAMPION), readings(story)[0]
    place(story, keeper, instead_of=first.pk)
    first.refresh_from_db()
    assert first.state == ReadingState.LAPSED
    assert {reading.champion for reading in Reading.objects.held()} == {third, readings(story)[1].champion}
    row = Placement.objects.get()
    assert (row.by, row.reader, row.instead_of, row.reason) == (keeper, third, first.champion, "Moved house.")
    assert b"Moved" not in bytes(Placement.objects.values_list("reason", flat=True).get())
    assert Letter.objects.filter(kind=LetterKind.READING_PASSED_ON, person=first.champion).count() == 1
    erase(case=story.case)
    assert not Placement.objects.exists()


def test_one_more_reader_counts_like_the_others(story, keeper):
    third = make_person(Role.CHAMPION)
    reading = place(story, keeper, reader=third.pk)
    assert Reading.objects.held().count() == 3
    assert why_asked(reading) == "Asked by a person here."
    for one in (reading, readings(story)[0]):
        digest = page_of(story.case).words_digest()
        cast_vote(reading=one, person=one.champion, digest=digest, verdict=Verdict.FINE)
    assert isinstance(step_of(story.case).task.specific, PrepareTask)


def test_a_trained_member_of_staff_is_appointed_by_another_and_the_page_says_so(keeper):
    story = make_story_being_read(champions=1)
    editor = make_staff_reader(Role.EDITOR)
    reading = place(story, keeper, reader=editor.pk)
    assert reading.appointed
    assert why_asked(reading) == "Asked by a person here, because no other trained reader was free."
    assert "works here" not in str(thread_of(page_of(story.case)))
    digest = page_of(story.case).words_digest()
    cast_vote(reading=reading, person=editor, digest=digest, verdict=Verdict.FINE)
    assert "One of them works here: no other trained reader was free." in str(thread_of(page_of(story.case)))


def test_without_a_name_nobody_who_works_here_is_asked(keeper):
    story = make_story_being_read(champions=1)
    make_staff_reader(Role.EDITOR)
    with pytest.raises(Refused, match="Nobody can be asked like this"):
        place(story, keeper)


def test_staff_may_overlook_a_weekly_limit_and_nothing_else(story, keeper):
    full, away, avoiding, learner = (make_person(Role.CHAMPION) for _number in range(4))
    own_profile(full, weekly_limit=1)
    Reading.objects.create(case="00000000-0000-0000-0000-000000000001", champion=full, due_on=yesterday())
    own_profile(away, paused=True)
    own_profile(learner, learning=True)
    avoiding.qualifications.all().delete()
    for person in (away, avoiding, learner):
        with pytest.raises(Refused, match="Nothing was changed"):
            place(story, keeper, reader=person.pk)
    assert place(story, keeper, reader=full.pk).champion == full


def test_nobody_appoints_themselves(story):
    keeper = make_staff_reader(Role.SAFEGUARDING)
    with pytest.raises(Refused):
        place(story, keeper, reader=keeper.pk)


def test_who_stepped_away_is_not_asked_again_by_staff_either(story, keeper):
    first = readings(story)[0]
    give_back(reading=first, person=first.champion, state=ReadingState.STEPPED_AWAY)
    with pytest.raises(Refused):
        place(story, keeper, reader=first.champion_id)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SAFEGUARDING])
def test_nobody_else_decides_who_reads(story, role):
    make_person(Role.CHAMPION)
    with pytest.raises(PermissionDenied):
        place(story, make_person(role))
    assert len(readings(story)) == 2


def test_what_somebody_else_decided_meanwhile_is_looked_at_first(story, keeper):
    for _number in range(2):
        make_person(Role.CHAMPION)
    place(story, keeper)
    with pytest.raises(Stale):
        place(story, keeper, seen=2)
    assert len(readings(story)) == 3


def test_a_reading_that_is_over_is_not_taken_from_anybody(story, keeper):
    make_person(Role.CHAMPION)
    first = readings(story)[0]
    about = {"digest": page_of(story.case).words_digest(), "verdict": Verdict.NOT_NOW, "found": FOUND}
    cast_vote(reading=first, person=first.champion, **about)
    with pytest.raises(Late):
        place(story, keeper, instead_of=first.pk)
    with pytest.raises(PermissionDenied):
        place(story, keeper, instead_of="00000000-0000-0000-0000-000000000001")


def test_a_paused_story_stays_as_it_is(story, keeper):
    make_person(Role.CHAMPION)
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    with pytest.raises(Frozen):
        place(story, keeper)


def test_a_reader_asked_by_the_rules_is_explained_in_one_sentence():
    story = make_story_being_read()
    texts = {why_asked(reading) for reading in readings(story)}
    assert texts == {
        "Asked because 2 readers were free, nobody had fewer stories in hand (0), and this one was never asked before."
    }
