"""A worry is ended by safeguarding, and by nothing that is done to its row. Requirement 44."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from stories.demo.reset import forget_stories
from tests.factories import make_person, make_public_story, make_submission
from tests.workflows.review.roads import is_listed, is_served, superuser
from workflows.people.enums import Role
from workflows.privacy.actions import erase
from workflows.privacy.deciding import RowLasts
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

pytestmark = pytest.mark.django_db
TOMORROW = timezone.now() + datetime.timedelta(days=1)


def changed(concern, **values):
    for name, value in values.items():
        setattr(concern, name, value)
    return concern


WAYS = {
    "deleted": lambda concern: concern.delete(),
    "deleted in bulk": lambda concern: Concern.objects.filter(pk=concern.pk).delete(),
    "closed in bulk": lambda concern: Concern.objects.update(closed_at=TOMORROW),
    "closed by bulk_update": lambda concern: Concern.objects.bulk_update(
        [changed(concern, closed_at=TOMORROW)], ["closed_at"]
    ),
    "closed by nobody": lambda concern: changed(concern, closed_at=TOMORROW).save(),
    "closed by a superuser": lambda concern: changed(concern, closed_at=TOMORROW, closed_by=superuser()).save(),
    "closed alone": lambda concern: changed(concern, closed_at=TOMORROW).save(update_fields=["closed_at"]),
    "moved": lambda concern: changed(concern, case=make_submission().case).save(),
    "moved in bulk": lambda concern: Concern.objects.update(case=make_submission().case),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_frozen_page_stays_down_whatever_is_done_to_the_worrys_row(way):
    page = make_public_story()
    concern = raise_concern(case=page.case, raised_by=RaisedBy.STAFF, text="She named a bridge.")
    with pytest.raises(RowLasts), transaction.atomic():
        way(concern)
    assert is_frozen(page.case)
    assert (is_served(page), is_listed(page)) == (False, False)


def test_a_settled_worry_is_not_opened_again_and_may_go():
    keeper, case = make_person(Role.SAFEGUARDING), make_submission().case
    concern = raise_concern(case=case, raised_by=RaisedBy.STAFF)
    unfreeze(case=case, person=keeper, outcome="All well.")
    concern.refresh_from_db()
    for ways in (WAYS["closed in bulk"], lambda concern: changed(concern, closed_at=None).save()):
        with pytest.raises(RowLasts), transaction.atomic():
            ways(concern)
    concern.refresh_from_db()
    concern.delete()
    assert not Concern.objects.exists()


@pytest.mark.parametrize("forget", [lambda case: erase(case=case), lambda case: forget_stories()])
def test_an_open_worry_goes_with_its_whole_case(forget):
    case = make_submission().case
    raise_concern(case=case, raised_by=RaisedBy.STAFF)
    forget(case)
    assert not Concern.objects.exists()
