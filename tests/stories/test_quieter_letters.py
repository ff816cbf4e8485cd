"""Letters that are sent once and for the right thing: a yes that ended, lost words, and none for one's own press."""

import datetime

import pytest
from django.utils import timezone

from stories.claims import make_claim
from stories.endings import end_what_ran_out
from stories.enums import Reach
from stories.submission import Submission
from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.deciding import deciding
from workflows.privacy.enums import LetterKind, Use
from workflows.privacy.models import Consent, Letter
from workflows.review.actions import change_mind
from workflows.review.cases import step_of
from workflows.review.rewriting import begin_change

from .room import publish, say_yes

pytestmark = pytest.mark.django_db


def letters(case, kind):
    return Letter.objects.filter(case=case, kind=kind).count()


@pytest.mark.parametrize(("reach", "number"), [(Reach.EMAIL, 1), (Reach.NONE, 0)])
def test_author_hears_once_that_a_yes_has_ended_where_they_wished_letters(reach, number):
    case = make_submission().case
    Submission.objects.filter(case=case).update(reach=reach)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    with deciding():
        Consent.objects.filter(case=case, use=Use.PUBLISH).update(ends_on=yesterday)
    assert (end_what_ran_out(), end_what_ran_out()) == (1, 0)
    assert letters(case, LetterKind.CONSENT_ENDED) == number


def test_lost_words_alert_with_a_letter_of_their_own():
    keeper = make_person(Role.SAFEGUARDING)
    make_claim(remembered="A bus stop.", contact={"value": "01632 960111"})
    assert [letter.kind for letter in Letter.objects.filter(person=keeper)] == [LetterKind.WORDS_LOST]


def test_nobody_is_told_that_it_is_their_turn_when_they_began_the_round():
    case = publish()
    before = letters(case, LetterKind.CHANGES_SUGGESTED)
    begin_change(case=case, stays_up=True)
    assert step_of(case).was_begun_by_author
    assert letters(case, LetterKind.CHANGES_SUGGESTED) == before
    say_yes(case)
    change_mind(case=case)
    assert not step_of(case).was_begun_by_author
