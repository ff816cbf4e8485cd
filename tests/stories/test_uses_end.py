"""Whoever uses a story hears that they may no longer: packs and translations, for a no and for taking back."""

import pytest

from stories.actions import take_back
from stories.uses import say_no, say_yes
from tests.factories import make_wording
from workflows.privacy.enums import Use
from workflows.privacy.signals import use_withdrawn

from .room import publish

pytestmark = pytest.mark.django_db
ELSEWHERE = (Use.PACK, Use.TRANSLATION)


@pytest.fixture
def heard():
    """What a listener was told, as (case, use)."""
    told = []

    def hear(sender, case, use, **kwargs):
        told.append((case, use))

    use_withdrawn.connect(hear)
    yield told
    use_withdrawn.disconnect(hear)


@pytest.fixture
def case():
    case = publish()
    for use in ELSEWHERE:
        say_yes(case=case, use=use, wording=make_wording(use).pk)
    return case


@pytest.mark.parametrize("use", ELSEWHERE)
def test_a_no_tells_of_that_use_alone(case, heard, use):
    say_no(case=case, use=use)
    say_no(case=case, use=use)
    assert heard == [(case, use)]


def test_taking_back_tells_of_each_use_once(case, heard):
    take_back(case=case)
    assert {(case, use) for use in ELSEWHERE} <= set(heard)
    assert len(heard) == len(set(heard))
