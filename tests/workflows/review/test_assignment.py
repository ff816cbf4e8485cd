"""Who is asked to read: every rule of it as a table, the fairest first, and the same answer to the same question.

Requirement 35.
"""

import datetime
import uuid

import pytest
from django.utils import timezone
from wagtail.models import Locale

from home.snippets import ContentNote, Topic
from home.subjects import note_key, subject_choices, topic_key
from stories.actions import accept
from tests.factories import make_person, make_submission
from workflows.people.actions import avoid_subjects, choose_languages
from workflows.people.enums import Band, Role, Training
from workflows.people.models import AgeMark, Champion, Qualification, User
from workflows.people.rules import can_read_as_champion
from workflows.privacy.models import AccessLog
from workflows.review.assignment import free_candidates, story_of
from workflows.review.candidates import candidates
from workflows.review.cases import draft_of
from workflows.review.models import Reading
from workflows.review.obstacles import Obstacle, Story, obstacle

from .desks import add_role, note_of, own_profile, yesterday

pytestmark = pytest.mark.django_db


def marks(person, kind):
    return Qualification.objects.filter(person=person, kind=kind)


def readings(person, count, **fields):
    for _number in range(count):
        Reading.objects.create(case=uuid.uuid4(), champion=person, due_on=timezone.localdate(), **fields)


# what makes somebody unfit, and the reason staff read; None: still asked
CASES = {
    "nothing": (lambda person, page: None, None),
    "training ran out yesterday": (lambda p, _: marks(p, Training.CHAMPION).update(valid_until=yesterday()), "qualif"),
    "training ends today": (lambda p, _: marks(p, Training.CHAMPION).update(valid_until=timezone.localdate()), None),
    "no PVG mark": (lambda p, _: marks(p, Training.PVG).delete(), "qualif"),
    "PVG ran out yesterday": (lambda p, _: marks(p, Training.PVG).update(valid_until=yesterday()), "qualif"),
    "a break": (lambda p, _: own_profile(p, paused=True), "available"),
    "a topic to avoid": (lambda p, page: avoid_subjects(person=p, keys=[note_of(page)]), "available"),
    "another topic to avoid": (lambda p, _: avoid_subjects(person=p, keys=["note:another"]), None),
    "another language": (lambda p, _: choose_languages(person=p, languages=["pl", "ar"]), "language"),
    "its language among others": (lambda p, _: choose_languages(person=p, languages=["pl", "en"]), None),
    "letters in another language": (lambda p, _: User.objects.filter(pk=p.pk).update(language="gd"), "language"),
    "letters in English of a country": (lambda p, _: User.objects.filter(pk=p.pk).update(language="en-gb"), None),
    "asked before": (lambda p, page: Reading.objects.create(case=page.case, champion=p, due_on=yesterday()), "already"),
    "opened it at intake": (
        lambda p, page: AccessLog.objects.create(case=page.case, person=p, what="submission"),
        "other work",
    ),
    "read own words of it": (
        lambda p, page: AccessLog.objects.create(case=page.case, person=p, what="own words"),
        None,
    ),
    "works here": (lambda p, _: add_role(p, Role.EDITOR), "works here"),
    "in the delivery team": (lambda p, _: add_role(p, Role.DELIVERY), None),
    "still learning": (lambda p, _: own_profile(p, learning=True), "learning"),
    "at the own limit": (lambda p, _: readings(p, 3), "as many stories"),
    "below the own limit": (lambda p, _: readings(p, 2), None),
}


@pytest.fixture
def draft_page():
    case = make_submission(band=Band.B16_17).case
    return accept(case=case, person=make_person(Role.SAFEGUARDING), notes=["self-harm"])


@pytest.mark.parametrize(("make", "why"), CASES.values(), ids=CASES)
def test_each_reason_for_not_asking_somebody(draft_page, make, why):
    person = make_person(Role.CHAMPION)
    make(person, draft_page)
    story = story_of(draft_page.case)
    found = next(one for one in candidates(draft_page.case, story.subjects) if one.pk == person.pk)
    kind = obstacle(found, story)
    assert (kind and kind.label) is None if why is None else why in str(kind.label)
    assert [one.pk for one in free_candidates(story)] == ([person.pk] if why is None else [])


@pytest.mark.parametrize("lost", ["role", "account", "profile"])
def test_who_is_no_champion_is_not_even_looked_at(draft_page, lost):
    person = make_person(Role.CHAMPION)
    {
        "role": person.groups.clear,
        "account": lambda: User.objects.filter(pk=person.pk).update(is_active=False),
        "profile": lambda: Champion.objects.filter(person=person).delete(),
    }[lost]()
    assert candidates(draft_page.case, frozenset()) == []


@pytest.mark.parametrize("band", [*Band, None])
@pytest.mark.parametrize("pvg", [True, False])
@pytest.mark.parametrize("trained", [True, False])
def test_the_facts_of_a_candidate_say_what_the_rule_at_the_door_says(band, pvg, trained):
    person = make_person(Role.CHAMPION, pvg=pvg)
    if not trained:
        marks(person, Training.CHAMPION).delete()
    story = Story(uuid.uuid4(), band or "", "en", frozenset())
    mark = AgeMark(case=story.case, band=band) if band else None
    kind = obstacle(candidates(story.case, story.subjects)[0], story)
    assert (kind != Obstacle.NOT_QUALIFIED) == can_read_as_champion(person, mark)


def test_the_least_burdened_comes_first_then_the_longest_unasked(draft_page):
    long_ago = timezone.now() - datetime.timedelta(days=30)
    never, lately, early, busy = (make_person(Role.CHAMPION) for _number in range(4))
    readings(busy, 1, offered_at=long_ago)
    readings(lately, 1, state="done")
    readings(early, 1, state="done", offered_at=long_ago)
    assert [one.pk for one in free_candidates(story_of(draft_page.case))] == [never.pk, early.pk, lately.pk, busy.pk]


def test_the_same_question_has_the_same_answer_and_another_story_another(draft_page):
    people = [make_person(Role.CHAMPION) for _number in range(8)]
    story = story_of(draft_page.case)
    asked = [[one.pk for one in free_candidates(story)] for _time in range(2)]
    assert asked[0] == asked[1]
    assert sorted(asked[0]) == [person.pk for person in people]
    other = type(story)(uuid.UUID(int=7), story.band, story.language, story.subjects)
    assert [one.pk for one in free_candidates(other)] != asked[0]


@pytest.mark.parametrize("number", [1, 50])
def test_choosing_asks_the_database_as_often_for_one_champion_as_for_fifty(
    draft_page, number, django_assert_num_queries
):
    for _number in range(number):
        avoid_subjects(person=make_person(Role.CHAMPION), keys=["note:another"])
    story = story_of(draft_page.case)
    with django_assert_num_queries(6):
        assert len(free_candidates(story)) == number


def test_what_a_champion_avoids_is_in_no_column_in_plain(draft_page):
    person = make_person(Role.CHAMPION)
    avoid_subjects(person=person, keys=[note_of(draft_page)])
    row = person.subjects_to_avoid
    assert b"self-harm" not in bytes(type(row).objects.values_list("subjects", flat=True).get())
    avoid_subjects(person=person, keys=[])
    assert not type(row).objects.exists()


def test_choices_are_the_sites_own_topics_and_notes(fresh_frame):
    topic = Topic.objects.create(name="Exams", slug="exams")
    ContentNote.objects.create(key="self-harm", text="self-harm", locale=Locale.get_default())
    assert {(topic_key(topic), "Exams"), (note_key("self-harm"), "self-harm")} <= set(subject_choices())


def test_a_topic_of_the_draft_counts_as_a_note_does(draft_page):
    topic = Topic.objects.create(name="Exams", slug="exams")
    draft = draft_of(draft_page)
    draft.tags.add(topic)
    draft.save_revision()
    avoid_subjects(person=make_person(Role.CHAMPION), keys=[topic_key(topic)])
    assert free_candidates(story_of(draft_page.case)) == []
