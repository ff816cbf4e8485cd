"""In a small team one person has two roles, and never both sides of one story."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from stories.actions import accept, read_submission
from tests.factories import make_own_words, make_person, make_story_with_author, make_submission, qualify
from workflows.people.enums import Hand, Role, Training
from workflows.people.models import Champion
from workflows.privacy.models import AccessLog
from workflows.review.actions import open_reading
from workflows.review.answering import check_own_words, confirm_own_words, open_own_words
from workflows.review.candidates import candidates
from workflows.review.cases import step_of
from workflows.review.hands import AT_INTAKE, apart_from
from workflows.review.models import Reading
from workflows.review.waiting import changes_to_confirm

from .reader import begin, url

pytestmark = pytest.mark.django_db


def make_both(role: Role):
    """Make somebody who is a champion and of another role."""
    person = make_person(role)
    person.groups.add(Group.objects.get(name=Role.CHAMPION))
    Champion.objects.create(person=person, learning=False)
    qualify(person, Training.CHAMPION)
    return person


def test_who_let_a_story_in_is_not_asked_to_read_it():
    both, champions = make_both(Role.SAFEGUARDING), {make_person(Role.CHAMPION) for _number in range(2)}
    case = make_submission().case
    accept(case=case, person=both)
    assert {reading.champion for reading in Reading.objects.filter(case=case)} == champions


def has_met(person, case) -> bool:
    return next(one.met for one in candidates(case, frozenset()) if one.pk == person.pk)


def test_who_only_opened_it_at_intake_is_not_asked_either_and_reads_other_stories():
    both, other = make_both(Role.SAFEGUARDING), make_person(Role.SAFEGUARDING)
    make_person(Role.CHAMPION)
    case = make_submission().case
    read_submission(case=case, person=both)
    accept(case=case, person=other)
    assert Reading.objects.filter(case=case).count() == 1
    assert has_met(both, case)
    next_case = make_submission().case
    accept(case=next_case, person=other)
    assert not has_met(both, next_case)


def test_a_reading_offered_before_is_not_opened_after_intake_was():
    both = make_both(Role.SAFEGUARDING)
    make_person(Role.CHAMPION)
    case = make_submission().case
    accept(case=case, person=make_person(Role.SAFEGUARDING))
    reading = Reading.objects.create(case=case, champion=both, due_on=timezone.localdate())
    read_submission(case=case, person=both)
    with pytest.raises(PermissionDenied):
        open_reading(reading=reading, person=both)


def test_who_prepared_a_page_does_not_confirm_its_authors_new_words():
    case = make_story_with_author((1, "My coach.", "It names a club.", "suggestion"), until="prepare")
    editor, champion = make_both(Role.EDITOR), make_person(Role.CHAMPION)
    step = step_of(case)
    step.task.specific.on_action(step, editor, "ready")
    assert editor.pk in apart_from(case, Hand.CONFIRMS)
    change = make_own_words(case)
    for act in (open_own_words, confirm_own_words):
        with pytest.raises(PermissionDenied):
            act(suggestion=change, person=editor)
    assert changes_to_confirm(editor) == []
    assert len(changes_to_confirm(champion)) == 1
    confirm_own_words(suggestion=change, person=champion)


def test_who_checked_new_words_does_not_confirm_them():
    case = make_story_with_author((1, "My coach.", "It names a club.", "suggestion"))
    both, champion = make_both(Role.SAFEGUARDING), make_person(Role.CHAMPION)
    change = make_own_words(case, checked=False)
    check_own_words(suggestion=change, person=both)
    assert changes_to_confirm(both) == []
    with pytest.raises(PermissionDenied):
        confirm_own_words(suggestion=change, person=both)
    confirm_own_words(suggestion=change, person=champion)


def test_whose_hand_was_in_a_story_meanwhile_is_told_why_and_somebody_else_reads(client):
    reading = begin(client)
    AccessLog.objects.create(case=reading.case, person=reading.champion, what=AT_INTAKE[0])
    other = make_person(Role.CHAMPION)
    answer = client.get(url("reading", reading))
    assert (answer.status_code, "Kilbrannoch" in answer.text) == (403, False)
    assert "You had a hand in this story already" in answer.text
    assert "PVG" not in answer.text
    assert Reading.objects.held().filter(case=reading.case, champion=other).exists()
