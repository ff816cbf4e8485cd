"""Records are added to and never changed, by whatever way one comes. Requirement 41."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.factories import make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.actions import erase
from workflows.privacy.appendonly import Stays, forgetting
from workflows.privacy.models import AccessLog
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import ConcernEntry
from workflows.safeguarding.recording import open_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


@pytest.fixture
def case():
    """A paused story's case."""
    found = make_submission().case
    raise_concern(case=found, raised_by=RaisedBy.AUTHOR, text="I am not safe.")
    return found


def entry(case, person, **answers):
    return ConcernEntry.objects.create(case=case, person=person, answers=answers)


def test_an_entry_is_never_changed_whoever_asks(keeper, case):
    row = entry(case, keeper, nature="As it was.")
    row.answers = {"nature": "Otherwise."}
    rows, base = ConcernEntry.objects, ConcernEntry._base_manager
    for change in (
        row.save,
        row.delete,
        lambda: rows.filter(pk=row.pk).update(at=row.at),
        lambda: rows.bulk_update([row], ["at"]),
        rows.all().delete,
        base.all().delete,
        lambda: rows.all()._raw_delete("default"),
    ):
        with pytest.raises(Stays):
            change()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE safeguarding_concernentry SET answers = answers")
    assert ConcernEntry.objects.get().answers == {"nature": "As it was."}


def test_an_erasure_takes_the_record_with_it(keeper, case):
    entry(case, keeper, nature="x")
    unfreeze(case=case, person=keeper, outcome="x")
    erase(case=case)
    assert not ConcernEntry.objects.exists()


def test_the_log_of_reads_is_never_changed_either(keeper, case):
    open_record(case=case, person=keeper)
    row = AccessLog.objects.get()
    for change in (row.save, row.delete, AccessLog.objects.all().delete, lambda: AccessLog.objects.update(what="x")):
        with pytest.raises(Stays):
            change()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE privacy_accesslog SET what = 'x'")
    with forgetting():
        AccessLog.objects.all().delete()
    assert not AccessLog.objects.exists()
