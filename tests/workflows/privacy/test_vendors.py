"""What one database needs and the other has already: told to each alone."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from workflows.privacy import rotation
from workflows.review import forgetting

pytestmark = pytest.mark.django_db


def told(monkeypatch, module, vendor, act) -> list[str]:
    """Return the statements a module sends to a database of this kind."""
    sent = []

    @contextmanager
    def cursor():
        yield SimpleNamespace(execute=sent.append)

    monkeypatch.setattr(module, "connection", SimpleNamespace(vendor=vendor, cursor=cursor))
    act()
    return sent


def hold_back():
    with rotation._no_key_minted():
        pass


def test_keys_are_held_back_by_a_lock_where_transactions_are_none(monkeypatch):
    lock = ["LOCK TABLE privacy_casekey IN EXCLUSIVE MODE"]
    assert told(monkeypatch, rotation, "postgresql", hold_back) == lock
    assert told(monkeypatch, rotation, "sqlite", hold_back) == []


def test_deleted_words_are_merged_out_of_the_index_that_keeps_them(monkeypatch):
    (statement,) = told(monkeypatch, forgetting, "sqlite", forgetting._optimise_index)
    assert statement.endswith("VALUES('optimize')")
    assert told(monkeypatch, forgetting, "postgresql", forgetting._optimise_index) == []
