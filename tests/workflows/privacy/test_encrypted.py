"""Encrypted values: opened on access, sealed on save, and no way round. Requirement 63."""

import copy
import pickle
import uuid

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Case, F, Q, Value, When
from django.forms.models import model_to_dict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stories.models import Submission
from workflows.privacy.casekeys import case_key, destroy_key, mint_key
from workflows.privacy.encrypted import Ciphertext, EncryptedJSONField, EncryptedTextField
from workflows.privacy.keyring import CannotOpen
from workflows.privacy.models import CaseKey, Erasure, Letter
from workflows.safeguarding.models import Concern

CANARY = "the canary sang 🐤"
pytestmark = pytest.mark.django_db


def new_concern(text=CANARY, case=None) -> Concern:
    if case is None:
        case = uuid.uuid4()
        mint_key(case)
    return Concern.objects.create(case=case, raised_by="staff", text=text)


def new_submission(**values) -> Submission:
    case = uuid.uuid4()
    mint_key(case)
    return Submission.objects.create(case=case, band="adult", language="en", **values)


def stored(row, column="text") -> bytes:
    return bytes(type(row).objects.values_list(column, flat=True).get(pk=row.pk))


def test_value_is_stored_as_ciphertext_and_comes_back():
    concern = new_concern()
    assert CANARY.encode() not in stored(concern)
    assert Concern.objects.get().text == CANARY


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_survives(db, text):
    assert Concern.objects.get(pk=new_concern(text).pk).text == text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_survives(db, value):
    assert Submission.objects.get(pk=new_submission(contact=value).pk).contact == value


@pytest.mark.parametrize("text", ["\x00\x01\x1b[31m\x7f", "👩🏽‍🚀 العربية Gàidhlig", "\ud800", "\r\n\u2028", ""])
def test_control_characters_emoji_and_broken_pairs_survive(text):
    assert Concern.objects.get(pk=new_concern(text).pk).text == text


@pytest.mark.parametrize(
    "write",
    [
        lambda rows: rows.update(text=CANARY),
        lambda rows: rows.update(text=Value(CANARY)),
        lambda rows: rows.update(text=F("raised_by")),
        lambda rows: rows.update(text=Case(When(closed_at=None, then=Value(CANARY)), default=Value(""))),
        lambda rows: rows.bulk_create([Concern(case=rows.get().case, raised_by="staff", text=CANARY)]),
        lambda rows: rows.bulk_update([Concern(pk=rows.get().pk, text=CANARY)], ["text"]),
        lambda rows: Concern._base_manager.update(text=Value(CANARY)),
        lambda rows: Concern._base_manager.update(text=CANARY),
    ],
)
def test_writing_in_bulk_raises_and_changes_nothing(write):
    before = stored(new_concern("kept"))
    with pytest.raises(FieldError), transaction.atomic():
        write(Concern.objects.all())
    assert [bytes(value) for value in Concern.objects.values_list("text", flat=True)] == [before]


@pytest.mark.parametrize(
    "search",
    [
        lambda rows: rows.filter(text=CANARY),
        lambda rows: rows.exclude(text=CANARY),
        lambda rows: rows.filter(text__contains="canary"),
        lambda rows: rows.filter(text__in=[CANARY]),
        lambda rows: rows.filter(Q(text=F("outcome"))),
        lambda rows: rows.filter(text__length=3),
        lambda rows: rows.order_by("text"),
        lambda rows: rows.order_by("-text"),
        lambda rows: rows.get_or_create(text=CANARY),
    ],
)
def test_searching_and_ordering_raise(search):
    with pytest.raises(FieldError):
        search(Concern.objects.all())


def test_isnull_is_the_one_question_allowed():
    new_concern()
    assert Concern.objects.filter(text__isnull=False).count() == 1


@pytest.mark.parametrize(
    "read",
    [
        lambda rows: rows.values_list("text", flat=True).get(),
        lambda rows: rows.values("text").get()["text"],
        lambda rows: rows.annotate(copy=F("text")).get().copy,
        lambda rows: rows.annotate(copy=F("text")).values_list("copy", flat=True).get(),
    ],
)
def test_reading_past_the_row_gives_only_ciphertext(read):
    new_concern()
    assert type(read(Concern.objects.all())) is Ciphertext


def test_an_expression_cannot_be_assigned():
    with pytest.raises(FieldError):
        Concern(case=uuid.uuid4(), raised_by="staff", text=Value(CANARY))


def test_what_is_not_text_is_refused():
    with pytest.raises(TypeError, match="not int"):
        new_concern(5)


@pytest.mark.parametrize(
    "load",
    [
        lambda: Concern.objects.defer("text").get(),
        lambda: Concern.objects.only("raised_by").get(),
        lambda: Concern.objects.only("text").get(),
    ],
)
def test_deferred_values_open_and_an_untouched_save_keeps_the_bytes(load):
    before = stored(new_concern())
    concern = load()
    assert concern.text == CANARY
    concern.save()
    assert stored(concern) == before


def test_refreshed_row_saves_the_same_bytes_and_a_new_value_gets_new_ones():
    concern = new_concern()
    before = stored(concern)
    concern.text = "something else"
    concern.refresh_from_db()
    assert concern.text == CANARY
    concern.save()
    assert stored(concern) == before
    concern.text = CANARY
    concern.save()
    assert stored(concern) != before


def _put(row, column, value):
    with connection.cursor() as cursor:
        table, key = row._meta.db_table, row._meta.pk
        cursor.execute(
            f'UPDATE {table} SET "{column}" = %s WHERE "{key.column}" = %s',
            [connection.Database.Binary(value), key.get_db_prep_value(row.pk, connection)],
        )


def test_bytes_moved_to_another_row_of_the_case_do_not_open():
    first = new_concern()
    second = new_concern("other", case=first.case)
    _put(second, "text", stored(first))
    with pytest.raises(CannotOpen):
        assert Concern.objects.get(pk=second.pk).text


def test_bytes_moved_to_another_column_do_not_open():
    concern = new_concern()
    _put(concern, "outcome", stored(concern))
    with pytest.raises(CannotOpen):
        assert Concern.objects.get().outcome


def test_a_row_moved_to_another_case_does_not_open():
    concern, other = new_concern(), new_concern()
    Concern._base_manager.filter(pk=concern.pk).update(case=other.case)
    with pytest.raises(CannotOpen):
        assert Concern.objects.get(pk=concern.pk).text


@pytest.mark.parametrize("damage", [b"x", b"short", b"y" * 60])
def test_altered_bytes_do_not_open(damage):
    concern = new_concern()
    _put(concern, "text", damage)
    with pytest.raises(CannotOpen):
        assert Concern.objects.get().text


def test_a_row_older_than_its_column_reads_as_empty():
    concern = new_concern()
    _put(concern, "text", b"")
    assert Concern.objects.get().text == ""
    assert EncryptedJSONField().opened(concern, b"") == {}


def test_nothing_mints_a_key_once_the_case_is_erased():
    concern = new_concern()
    destroy_key(concern.case)
    Erasure.objects.create(case=concern.case)
    fresh = Concern.objects.get()
    for ask in (
        lambda: fresh.text,
        lambda: case_key(concern.case),
        lambda: mint_key(concern.case),
        lambda: new_concern("more", case=concern.case),
    ):
        with pytest.raises(CannotOpen), transaction.atomic():
            ask()
    fresh.refresh_from_db()
    fresh.save()
    assert CaseKey.objects.count() == 0


def test_no_way_of_writing_a_row_down_shows_the_value():
    concern = Concern.objects.get(pk=new_concern().pk)
    concern.outcome = CANARY  # not saved yet
    shown = repr(concern) + str(concern) + repr(vars(concern)) + repr(model_to_dict(concern))
    concern.save()
    shown += repr(pickle.dumps(concern)) + repr(pickle.dumps(list(Concern.objects.all()))) + repr(vars(concern))
    assert "canary" not in shown
    assert pickle.loads(pickle.dumps(concern)).text == CANARY


def test_an_unsaved_value_is_not_pickled_but_can_be_copied():
    concern = Concern(case=uuid.uuid4(), raised_by="staff", text=CANARY)
    with pytest.raises(TypeError, match="save its row first"):
        pickle.dumps(concern)
    assert copy.deepcopy(concern).text == copy.copy(concern).text == CANARY


def test_dumping_raises(tmp_path):
    new_concern()
    with pytest.raises(FieldError):
        serializers.serialize("json", Concern.objects.all())
    with pytest.raises(CommandError):
        call_command("dumpdata", "safeguarding", output=str(tmp_path / "dump.json"))
    assert "canary" not in (tmp_path / "dump.json").read_text()


def test_loading_plain_values_raises():
    row = {
        "model": "safeguarding.concern",
        "pk": str(uuid.uuid4()),
        "fields": {"case": str(uuid.uuid4()), "raised_by": "staff", "text": CANARY, "outcome": CANARY},
    }
    with pytest.raises(FieldError):
        [each.save() for each in serializers.deserialize("python", [row])]


def test_full_clean_leaves_the_value_as_it_is():
    concern = new_concern()
    concern.text = "plain words, no base64"
    concern.full_clean(exclude=["person", "closed_by", "closed_at"])
    assert concern.text == "plain words, no base64"


def test_changing_inside_a_stored_map_raises_rather_than_be_lost():
    submission = Submission.objects.get(pk=new_submission(contact={"by": "text"}).pk)
    with pytest.raises(TypeError, match="Assign a new value"):
        submission.contact["by"] = "email"
    submission.contact = {**submission.contact, "by": "email"}
    submission.save()
    assert Submission.objects.get().contact == {"by": "email"}


def test_field_names_no_default_in_migrations():
    assert EncryptedTextField().deconstruct()[2:] == ([], {})
    assert Concern.text.field.name == "text"


def test_a_letter_to_staff_needs_no_case_and_has_no_address():
    letter = Letter.objects.create(kind="story_sent", language="en")
    assert Letter.objects.get(pk=letter.pk).address is None
