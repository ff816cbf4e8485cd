"""Consent: each use apart, given once, ended without asking why."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from workflows.privacy.actions import end_consent, give_consent
from workflows.privacy.enums import AT_SENDING, Use
from workflows.privacy.models import Consent, ConsentWording

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return uuid.uuid4()


def wording(use):
    return ConsentWording.objects.get_or_create(use=use, language="en", version=1)[0]


def given(case, *uses):
    return [give_consent(case=case, use=use, wording=wording(use)) for use in uses]


def standing(case):
    return set(Consent.objects.standing().filter(case=case).values_list("use", flat=True))


def test_a_second_yes_keeps_the_first(case):
    first, second = given(case, Use.HEALTH, Use.HEALTH)
    assert first == second
    assert Consent.objects.count() == 1


def test_each_use_ends_apart_and_no_other_case_with_it(case):
    other = uuid.uuid4()
    given(case, *AT_SENDING)
    given(other, *AT_SENDING)
    assert end_consent(case=case, use=Use.PUBLISH) == 1
    assert standing(case) == {Use.HEALTH}
    assert end_consent(case=case, use=Use.PUBLISH) == 0
    assert end_consent(case=case) == 1
    assert (standing(case), standing(other)) == (set(), set(AT_SENDING))


def test_a_yes_after_an_end_is_a_new_one(case):
    given(case, Use.PUBLISH)
    end_consent(case=case)
    given(case, Use.PUBLISH)
    assert standing(case) == {Use.PUBLISH}
    assert Consent.objects.filter(case=case).count() == 2


def test_the_database_itself_holds_one_standing_yes_per_use(case):
    given(case, Use.PUBLISH)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(case=case, use=Use.PUBLISH, wording=wording(Use.PUBLISH))


def test_wording_says_use_language_and_version():
    assert str(wording(Use.PUBLISH)) == "publish my story on this site (en, 1)"
