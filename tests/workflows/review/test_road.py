"""The review, step by step, through its actions. Requirements 12 and 50."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page

from stories.actions import accept, take_back
from stories.models import Gone, StoryPage
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.review.actions import cast_vote, publish_due, seal, suggest
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer, Verdict
from workflows.review.models import AuthorSealTask, PrepareTask, PublishTask, Reading, Suggestion

pytestmark = pytest.mark.django_db


def at(case):
    return type(step_of(case).task.specific)


def test_a_story_goes_all_the_way_and_is_taken_back():
    keeper, editor = make_person(Role.SAFEGUARDING), make_person(Role.EDITOR)
    champions = [make_person(Role.CHAMPION) for _i in range(3)]
    case = make_submission().case
    page = accept(case=case, person=keeper)
    readings = list(Reading.objects.filter(case=case))
    assert len(readings) == 2
    digest = draft_of(page).words_digest()
    key, text = page.paragraphs[1]
    first = readings[0].champion
    suggest(
        case=case, person=first, paragraph=key, before=text, after="My coach never asked.", reason="It names a club."
    )
    cast_vote(reading=readings[0], person=first, digest=digest, verdict=Verdict.FINE_WITH_SUGGESTIONS)
    cast_vote(reading=readings[1], person=readings[1].champion, digest=digest, verdict=Verdict.FINE)
    assert at(case) is PrepareTask
    step = step_of(case)
    step.task.specific.on_action(step, editor, "ready")
    assert at(case) is AuthorSealTask
    suggestion = Suggestion.objects.get()
    answer_suggestions(case=case, digest=digest, answers={suggestion.pk: (Answer.OWN, "Nobody at my club asked.")})
    check_own_words(suggestion=suggestion, person=keeper)
    third = next(person for person in champions if person != first)
    confirm_own_words(suggestion=suggestion, person=third)
    draft = draft_of(page_of(case))
    assert draft.paragraphs[1] == (key, "Nobody at my club asked.")
    seal(case=case, digest=draft.digest())
    assert at(case) is PublishTask
    step = step_of(case)
    day = timezone.now() + datetime.timedelta(hours=25)
    step.task.specific.on_action(step, editor, "schedule", day=day)
    assert not publish_due(case=case)
    with time_machine.travel(day + datetime.timedelta(minutes=1)):
        assert publish_due(case=case)
    page = StoryPage.objects.public().get()
    take_back(case=case)
    assert not Page.objects.filter(translation_key=case).exists()
    assert Gone.objects.count() == 1
