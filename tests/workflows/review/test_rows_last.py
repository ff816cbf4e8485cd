"""What people decided is not lifted by writing over its row or deleting it. Requirements 12, 14, 34 and 35."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from tests.answered import FOUND
from tests.factories import make_own_words, make_public_story, make_story_being_read, make_story_with_author
from workflows.people.enums import Band
from workflows.people.models import AgeMark
from workflows.privacy.actions import end_consent
from workflows.privacy.deciding import RowLasts
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.review.actions import cast_vote, give_back
from workflows.review.cases import draft_of
from workflows.review.enums import ReadingState, Verdict
from workflows.review.models import Reading, Seal, Suggestion, Vote

from .roads import is_served

pytestmark = pytest.mark.django_db


def tries(row, **values):
    """Return every way to write these values over a row."""

    rows = type(row).objects
    yield lambda: with_values(row, values).save()
    yield lambda: with_values(row, values).save(update_fields=list(values))
    yield lambda: rows.filter(pk=row.pk).update(**values)
    yield lambda: rows.bulk_update([with_values(row, values)], list(values))
    yield lambda: rows.bulk_create([with_values(row, values)], update_conflicts=True)


def with_values(row, values):
    again = type(row).objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(again, name, value)
    return again


def assert_lasts(row, **values):
    for way in tries(row, **values):
        with pytest.raises(RowLasts), transaction.atomic():
            way()
    assert not type(row).objects.filter(pk=row.pk, **values).exists()


def test_a_yes_is_to_what_it_was_to_and_is_not_deleted():
    page = make_public_story()
    seal = Seal.objects.get(case=page.case)
    assert_lasts(seal, digest="0" * 64)
    assert_lasts(seal, at=timezone.now() + datetime.timedelta(days=1))
    for delete in (seal.delete, Seal.objects.filter(pk=seal.pk).delete):
        with pytest.raises(RowLasts), transaction.atomic():
            delete()


def test_a_no_stays_a_no():
    page = make_public_story()
    end_consent(case=page.case, use=Use.PUBLISH)
    consent = Consent.objects.get(case=page.case, use=Use.PUBLISH)
    assert_lasts(consent, ended_at=None)
    assert_lasts(consent, ends_on=timezone.localdate())
    assert not is_served(page)
    consent.delete()
    assert not is_served(page)


def test_an_author_does_not_grow_older_by_a_row():
    page = make_story_being_read(band=Band.B16_17)
    assert_lasts(AgeMark.of(page.case), band=Band.ADULT)


def test_a_not_now_is_neither_turned_nor_lost():
    page = make_story_being_read(champions=3)
    reading = Reading.objects.filter(case=page.case).first()
    digest = draft_of(page).words_digest()
    vote = cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.NOT_NOW, found=FOUND)
    assert_lasts(vote, verdict=Verdict.FINE)
    for delete in (vote.delete, Vote.objects.all().delete, reading.delete):
        with pytest.raises(RowLasts), transaction.atomic():
            delete()


def test_who_stepped_away_is_not_brought_back():
    page = make_story_being_read()
    reading = Reading.objects.filter(case=page.case).first()
    give_back(reading=reading, person=reading.champion, state=ReadingState.STEPPED_AWAY)
    reading.refresh_from_db()
    for way in list(tries(reading, state=ReadingState.OPEN)):
        with pytest.raises(RowLasts), transaction.atomic():
            way()
    with pytest.raises(RowLasts), transaction.atomic():
        reading.delete()


def test_own_words_are_let_through_by_a_reader_alone():
    case = make_story_with_author()
    words = make_own_words(case, checked=False)
    for column in ("checked_at", "confirmed_at"):
        with pytest.raises(RowLasts), transaction.atomic():
            Suggestion.objects.filter(pk=words.pk).update(**{column: timezone.now()})


def test_what_cannot_be_published_is_not_forgotten_once_it_was_answered():
    case = make_story_with_author((1, "", "It names a club.", "must"))
    must = Suggestion.objects.get(case=case)
    Suggestion.objects.filter(pk=must.pk).update(answer="leave-out", answered_at=timezone.now())
    must.refresh_from_db()
    with pytest.raises(RowLasts), transaction.atomic():
        must.delete()
