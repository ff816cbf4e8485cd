"""Who is on: second contacts in time, days without anybody, and only people of safeguarding. Requirement 42."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.deciding import deciding
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.duty import Gap, gap_ahead, gap_now, is_somebody_on
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern, Rota, Shift
from workflows.safeguarding.recording import open_record
from workflows.safeguarding.watching import tell_second_contacts, warn_of_gaps

pytestmark = pytest.mark.django_db
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def now():
    return timezone.now()


def shift(*, starts=-HOUR, ends=HOUR, lead=None, **rest):
    lead = lead or make_person(Role.SAFEGUARDING)
    return Shift.objects.create(starts_at=now() + starts, ends_at=now() + ends, lead=lead, **rest)


def worry():
    return raise_concern(case=make_submission().case, raised_by=RaisedBy.AUTHOR, text="Quellnymphenhaus")


def told(kind):
    return [letter.person for letter in Letter.objects.filter(kind=kind).order_by("created_at")]


def test_deputy_and_cover_hear_once_when_nobody_opened_a_worry_in_time():
    deputy, cover = make_person(Role.SAFEGUARDING), make_person(Role.SAFEGUARDING)
    shift(deputy=deputy, cover=cover, open_within=30)
    with time_machine.travel(now() + datetime.timedelta(minutes=1)):
        concern = worry()
    with time_machine.travel(concern.raised_at + datetime.timedelta(minutes=29)):
        assert tell_second_contacts() == 0
    with time_machine.travel(concern.raised_at + datetime.timedelta(minutes=31)):
        assert (tell_second_contacts(), tell_second_contacts()) == (1, 0)
    assert told(LetterKind.CONCERN_UNOPENED) == [deputy, cover]


@pytest.mark.parametrize("change", ["opened", "closed"])
def test_nobody_is_alerted_about_a_worry_that_was_opened_or_closed(change):
    shift(deputy=make_person(Role.SAFEGUARDING), open_within=1)
    concern = worry()
    if change == "opened":
        open_record(case=concern.case, person=make_person(Role.SAFEGUARDING))
    else:
        with deciding():
            Concern.objects.filter(pk=concern.pk).update(closed_at=now())
    with time_machine.travel(now() + DAY / 24):
        assert tell_second_contacts() == 0


def test_without_a_second_contact_all_of_safeguarding_and_the_administrators_hear():
    people = [make_person(Role.SAFEGUARDING), make_person(Role.ADMINISTRATOR)]
    make_person(Role.EDITOR)
    shift(lead=people[0], deputy=make_person(Role.EDITOR), open_within=1)
    worry()
    with time_machine.travel(now() + HOUR / 2):
        assert tell_second_contacts() == 1
    assert set(told(LetterKind.CONCERN_UNOPENED)) == set(people)


def test_a_shift_counts_only_while_somebody_of_it_is_in_safeguarding():
    one = shift()
    assert is_somebody_on()
    one.lead.groups.clear()
    assert not is_somebody_on()
    one.cover = make_person(Role.SAFEGUARDING)
    one.save()
    assert is_somebody_on()
    one.cover.is_active = False
    one.cover.save()
    assert not is_somebody_on()


def test_a_gap_is_longer_than_nights_and_weekends():
    rota, moment = Rota(longest_gap_hours=72, looks_ahead_days=7), now()
    assert gap_now(rota, moment) == Gap(moment, None)
    first = shift(starts=2 * DAY, ends=3 * DAY)
    assert gap_now(rota, moment) is None
    assert gap_ahead(rota, moment) == Gap(first.ends_at, None)
    second = shift(starts=7 * DAY, ends=9 * DAY)
    assert gap_ahead(rota, moment) == Gap(first.ends_at, second.starts_at)
    shift(starts=5 * DAY, ends=6 * DAY)
    assert gap_ahead(rota, moment) is None


def test_the_minute_warns_of_days_ahead_once_a_day():
    people = {make_person(Role.SAFEGUARDING), make_person(Role.ADMINISTRATOR)}
    assert not warn_of_gaps()
    Rota.objects.update(kept=True)
    assert (warn_of_gaps(), warn_of_gaps()) == (True, False)
    assert set(told(LetterKind.ROTA_GAP)) == people
    with time_machine.travel(now() + DAY):
        assert warn_of_gaps()
        shift(ends=30 * DAY)
    with time_machine.travel(now() + 2 * DAY):
        assert not warn_of_gaps()


def test_a_shift_ends_after_it_begins_and_has_another_deputy():
    lead = make_person(Role.SAFEGUARDING)
    for wrong in ({"ends": -2 * HOUR}, {"deputy": lead, "lead": lead}, {"open_within": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            shift(**wrong)
    start = now()
    for wrong in ({"ends_at": start}, {"ends_at": start + HOUR, "deputy": lead}):
        with pytest.raises(ValidationError):
            Shift(starts_at=start, lead=lead, **wrong).full_clean()


@pytest.mark.parametrize(("role", "status"), [(Role.SAFEGUARDING, 200), (Role.EDITOR, 302), (Role.CHAMPION, 302)])
def test_safeguarding_fills_the_rota_in_and_names_only_its_own(client, role, status):
    outsider, keeper = make_person(Role.EDITOR, name="Outsider"), make_person(role, name="Insider")
    client.force_login(keeper)
    answer = client.get("/admin/snippets/safeguarding/shift/add/")
    assert answer.status_code == status
    if status == 200:
        assert (f">{keeper}<" in answer.text, f">{outsider}<" in answer.text) == (True, False)
