"""The national guidance of an age; at 16 and 17 both parts of it. Requirement 45."""

import pytest
from django.urls import reverse

from tests.factories import make_person, make_submission
from workflows.people.enums import Band, Role
from workflows.safeguarding.guidance import ADULT, CHILD, guidance_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("band", "shown"),
    [(Band.B13_15, (CHILD,)), (Band.B16_17, (CHILD, ADULT)), (Band.ADULT, (ADULT,)), ("", (CHILD, ADULT))],
)
def test_the_guidance_is_that_of_the_age(client, band, shown):
    client.force_login(make_person(Role.SAFEGUARDING))
    assert guidance_for(band) == shown
    case = make_submission(band=band or Band.ADULT).case
    page = client.get(reverse("safeguarding:concern", args=[case])).text
    assert (str(CHILD.title) in page) == (CHILD in shown and bool(band))
