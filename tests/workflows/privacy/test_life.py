"""A story is taken back at the end of its whole life: of the canary in thirty places and more, none is left.

Requirement 60.
"""

import pytest

from stories.actions import take_back
from stories.models import Gone
from tests.life import live, places
from tests.plant import cases_in

pytestmark = pytest.mark.django_db
CANARY = "zqxcanarylife"


def test_nothing_is_left_of_a_story_after_its_whole_life(mailoutbox):
    case = live(CANARY)
    assert len(places(CANARY)) >= 30, sorted(places(CANARY))
    take_back(case=case)
    assert places(CANARY) == set()
    assert cases_in(case).keys() == {"privacy.AccessLog", "privacy.Consent", "privacy.Erasure", "review.Reading"}
    assert Gone.objects.count() == 1
    assert mailoutbox == []
