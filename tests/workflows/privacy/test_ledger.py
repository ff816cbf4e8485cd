"""A restored backup forgets again what was erased since it was made, before it serves anyone. Requirement 60."""

import datetime
import stat
import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from stories.models import StoryPage, Submission
from tests.factories import make_public_story, make_submission
from workflows.privacy.actions import check_before_serving, check_ledger, erase
from workflows.privacy.journal import fold_journal
from workflows.privacy.ledger import append_to_ledger, read_ledger
from workflows.privacy.models import CaseKey, Erasure
from workflows.privacy.receivers import complete_ledger

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(settings, tmp_path):
    settings.LEDGER_PATH = str(tmp_path / "kept" / "erasures")
    return tmp_path / "kept" / "erasures"


def test_an_erasure_is_written_down_once_and_for_its_owner_alone(ledger, django_capture_on_commit_callbacks):
    case = make_submission().case
    with django_capture_on_commit_callbacks(execute=True):
        erase(case=case)
        assert not ledger.exists()  # not before it is committed
    with django_capture_on_commit_callbacks(execute=True):
        erase(case=case)
    entry = Erasure.objects.get()
    assert ledger.read_text() == f"{case} {entry.at.isoformat()}\n"
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600


@pytest.mark.django_db(transaction=True)
def test_an_erasure_that_was_rolled_back_is_not_in_the_ledger(ledger):
    case = make_submission().case
    with pytest.raises(RuntimeError), transaction.atomic():
        erase(case=case)
        raise RuntimeError
    assert not ledger.exists()
    erase(case=case)
    assert read_ledger(ledger) == {case}


def test_without_a_path_no_copy_is_kept(settings, django_capture_on_commit_callbacks):
    assert settings.LEDGER_PATH == ""
    with django_capture_on_commit_callbacks(execute=True):
        erase(case=make_submission().case)
    complete_ledger(None, now=timezone.now())
    check_ledger()
    assert read_ledger(None) == set()


def test_a_line_that_was_cut_off_takes_no_other_with_it(ledger):
    first, second = uuid.uuid4(), uuid.uuid4()
    append_to_ledger([(first, timezone.now())])
    with ledger.open("a") as file:
        file.write(str(uuid.uuid4())[:20])
    append_to_ledger([(second, timezone.now())])
    append_to_ledger([])
    ledger.write_text(ledger.read_text() + "\n\nnot a key\n")
    assert read_ledger(ledger) == {first, second}
    ledger.write_text("")
    append_to_ledger([(first, timezone.now())])
    assert ledger.read_text().startswith(str(first))


def test_the_next_minute_completes_the_ledger(ledger):
    kept, missed, old = (Erasure.objects.create(case=uuid.uuid4()) for _number in range(3))
    append_to_ledger([(kept.case, kept.at)])
    Erasure.objects.filter(case=old.case).update(at=timezone.now() - datetime.timedelta(days=2))
    for _minute in range(2):
        complete_ledger(None, now=timezone.now())
    assert [line[:36] for line in ledger.read_text().splitlines()] == [str(kept.case), str(missed.case)]


def restored() -> list:
    """Return two cases as an older database holds them: a public page and a submission, erased since."""
    return [make_public_story(headline="zqxrestored").case, make_submission().case]


def test_a_database_older_than_the_ledger_does_not_serve_until_it_has_forgotten_again(ledger, capsys):
    page, sent = restored()
    other = make_submission().case
    append_to_ledger([(page, timezone.now()), (sent, timezone.now()), (uuid.uuid4(), timezone.now())])
    with pytest.raises(ImproperlyConfigured, match="older than the ledger"):
        check_before_serving()
    with pytest.raises(ImproperlyConfigured, match="older than the ledger"):
        call_command("tick")
    call_command("apply_erasures")
    assert capsys.readouterr().out == "3 erased again.\n"
    check_before_serving()
    assert not StoryPage.objects.exists()
    assert list(Submission.objects.values_list("case", flat=True)) == [other]
    assert list(CaseKey.objects.values_list("case", flat=True)) == [other]
    call_command("apply_erasures")
    assert capsys.readouterr().out == "0 erased again.\n"


def test_an_exported_ledger_is_applied_to_another_database(ledger, tmp_path, capsys):
    case = make_submission().case
    entry = Erasure.objects.create(case=uuid.UUID(int=case.int))
    call_command("export_ledger")
    exported = tmp_path / "exported"
    exported.write_text(capsys.readouterr().out)
    assert exported.read_text() == f"{case} {entry.at.isoformat()}\n"
    Erasure.objects.all().delete()
    call_command("apply_erasures", "--ledger", str(exported))
    assert list(Erasure.objects.values_list("case", flat=True)) == [case]
    assert not Submission.objects.exists()


def test_an_entry_whose_key_is_back_is_applied_as_well(ledger):
    case = make_submission().case
    Erasure.objects.create(case=case)
    append_to_ledger([(case, timezone.now())])
    call_command("apply_erasures")
    assert not CaseKey.objects.exists()


def test_without_a_ledger_nothing_can_be_applied(settings, ledger):
    with pytest.raises(CommandError, match="There is no ledger there"):
        call_command("apply_erasures")
    settings.LEDGER_PATH = ""
    with pytest.raises(CommandError, match="There is no ledger there"):
        call_command("apply_erasures")


def test_inside_a_transaction_the_journal_is_left_for_later():
    assert connection.in_atomic_block
    fold_journal()
