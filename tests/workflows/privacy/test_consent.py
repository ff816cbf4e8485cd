"""Consent: each use apart, given once, ended without asking why. Requirement 4."""

import datetime
import uuid

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import make_wording
from workflows.privacy.actions import end_consent, give_consent, give_first_consents, renew_consent
from workflows.privacy.enums import AT_SENDING, Use
from workflows.privacy.models import Consent
from workflows.privacy.signals import use_given, use_withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return uuid.uuid4()


def given(case, *uses):
    return [give_consent(case=case, use=use, wording=make_wording(use)) for use in uses]


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
        Consent.objects.create(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH))


def test_wording_says_use_language_and_version():
    assert str(make_wording(Use.PUBLISH)) == "publish my story on this site (en, 1)"


@pytest.fixture
def news():
    """What is heard of uses, as (given or withdrawn, case, use)."""
    heard = []

    def given(sender, case, use, **kwargs):
        heard.append(("given", case, use))

    def withdrawn(sender, case, use, **kwargs):
        heard.append(("withdrawn", case, use))

    use_given.connect(given)
    use_withdrawn.connect(withdrawn)
    yield heard
    use_given.disconnect(given)
    use_withdrawn.disconnect(withdrawn)


def days(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def test_those_above_hear_of_each_use_once(case, news):
    given(case, Use.PACK, Use.PACK, Use.PRESS)
    end_consent(case=case)
    end_consent(case=case)
    assert news == [
        ("given", case, Use.PACK),
        ("given", case, Use.PRESS),
        ("withdrawn", case, Use.PACK),
        ("withdrawn", case, Use.PRESS),
    ]


def test_a_yes_holds_through_its_last_day_and_no_longer(case):
    give_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH), ends_on=days(1))
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        assert standing(case) == {Use.PUBLISH}
        assert not Consent.objects.run_out().exists()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        assert standing(case) == set()
        assert Consent.objects.run_out().filter(case=case).count() == 1


def test_a_yes_after_one_that_ran_out_is_new_and_ends_the_old(case, news):
    give_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH), ends_on=days(-1))
    give_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH), ends_on=days(9))
    assert standing(case) == {Use.PUBLISH}
    assert Consent.objects.filter(case=case, ended_at=None).count() == 1
    assert [what for what, _case, _use in news] == ["given", "given"]


def test_ending_ends_what_ran_out_as_well(case, news):
    give_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH), ends_on=days(-1))
    assert end_consent(case=case) == 1
    assert news[-1] == ("withdrawn", case, Use.PUBLISH)


def test_renewing_takes_the_place_of_the_old_yes_without_a_gap(case, news):
    given(case, Use.PUBLISH)
    new = renew_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH, version=2), ends_on=days(9))
    assert list(Consent.objects.standing().filter(case=case)) == [new]
    assert (new.wording.version, new.ends_on) == (2, days(9))
    assert Consent.objects.filter(case=case).count() == 2
    assert news == [("given", case, Use.PUBLISH)]


def test_renewing_what_does_not_stand_is_a_new_yes(case, news):
    renew_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH))
    assert news == [("given", case, Use.PUBLISH)]


def test_renewing_with_the_words_of_another_use_changes_nothing(case):
    old = given(case, Use.PUBLISH)[0]
    assert renew_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PUBLISH, version=2)) != old
    with pytest.raises(ValueError, match="Nobody can agree"):
        renew_consent(case=case, use=Use.PUBLISH, wording=make_wording(Use.PACK))
    assert standing(case) == {Use.PUBLISH}


def test_first_yeses_are_written_together_each_heard_and_with_its_own_last_day(case, news):
    day = timezone.localdate() + datetime.timedelta(days=9)
    wordings = {use: make_wording(use) for use in AT_SENDING}
    give_first_consents(case=case, given=wordings, ends_on={Use.PUBLISH: day})
    assert dict(Consent.objects.standing().filter(case=case).values_list("use", "ends_on")) == {
        Use.HEALTH: None,
        Use.PUBLISH: day,
    }
    assert news == [("given", case, use) for use in wordings]
    with pytest.raises(IntegrityError), transaction.atomic():
        give_first_consents(case=case, given=wordings, ends_on={})


def test_first_yeses_are_all_there_or_none(case):
    wordings = {Use.HEALTH: make_wording(Use.HEALTH), Use.PUBLISH: make_wording(Use.PACK)}
    with pytest.raises(ValueError, match="Nobody can agree"):
        give_first_consents(case=case, given=wordings, ends_on={})
    assert standing(case) == set()
