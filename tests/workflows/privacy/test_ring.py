"""The key ring: refused when open to others or not this database's; changed while the site writes."""

import runpy
import uuid
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import IntegrityError, transaction

from workflows.privacy import casekeys, checks, rotation
from workflows.privacy.actions import check_ring
from workflows.privacy.casekeys import case_key, mint_key
from workflows.privacy.keyring import CannotOpen, load_ring, new_key, read_ring, write_ring
from workflows.privacy.management.commands import db_worker
from workflows.privacy.models import CaseKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def ring(settings, tmp_path):
    settings.KEYRING_PATH = tmp_path / "keyring.json"
    call_command("make_keyring")
    return settings.KEYRING_PATH


def new_cases(count=3) -> dict:
    cases = [uuid.uuid4() for _i in range(count)]
    for case in cases:
        mint_key(case)
    return {case: case_key(case) for case in cases}


def opened(cases) -> dict:
    return {case: case_key(case) for case in cases}


def test_make_keyring_never_touches_one_that_is_there(ring, capsys):
    before = ring.read_bytes()
    call_command("make_keyring")
    assert ring.read_bytes() == before
    assert ring.stat().st_mode & 0o777 == 0o600


def test_a_ring_is_needed(settings, tmp_path):
    settings.KEYRING_PATH = tmp_path / "none.json"
    with pytest.raises(ImproperlyConfigured, match="make_keyring"):
        load_ring()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_ring_open_to_others_is_refused(ring, mode):
    ring.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        load_ring()


def test_a_case_has_one_key_for_ever(ring):
    case = next(iter(new_cases(1)))
    with pytest.raises(IntegrityError), transaction.atomic():
        mint_key(case)


def test_rotation_wraps_every_key_anew_and_changes_none(ring, monkeypatch):
    monkeypatch.setattr(rotation, "BATCH", 2)
    cases = new_cases(5)
    pepper = load_ring().fingerprint("code", "x")
    call_command("rotate_keys")
    assert set(CaseKey.objects.values_list("ring_id", flat=True)) == {"2"}
    assert opened(cases) == cases
    assert sorted(load_ring().keys) == ["1", "2"]
    assert load_ring().fingerprint("code", "x") == pepper
    assert ring.stat().st_mode & 0o777 == 0o600


def test_rotation_with_drop_old_forgets_the_old_keys(ring):
    cases = new_cases()
    call_command("rotate_keys")
    call_command("rotate_keys", "--drop-old")
    assert sorted(load_ring().keys) == ["3"]
    assert opened(cases) == cases


def test_rotation_killed_midway_loses_nothing_and_is_finished_by_the_next(ring, monkeypatch):
    monkeypatch.setattr(rotation, "BATCH", 2)
    cases = new_cases(5)
    rotation.add_key()
    rotation.rewrap_some()  # killed here: two wrapped with the new key, three with the old
    assert opened(cases) == cases
    check_ring()
    call_command("rotate_keys", "--drop-old")
    assert opened(cases) == cases


def test_a_case_minted_during_rotation_is_wrapped_before_old_keys_go(ring):
    first = new_cases(1)
    rotation.add_key()
    while rotation.rewrap_some():
        pass
    old = load_ring()
    late = uuid.uuid4()
    CaseKey.objects.create(case=late, ring_id="1", wrapped=_wrapped_with(old, "1", b"k" * 32, late))
    assert rotation.drop_old_keys() == ["1"]
    assert case_key(late) == b"k" * 32
    assert opened(first) == first


def _wrapped_with(ring, name, key, case):
    ring.current, now = name, ring.current
    try:
        return ring.wrap(key, casekeys.key_context(case))[1]
    finally:
        ring.current = now


def test_a_key_minted_with_a_ring_that_went_meanwhile_is_wrapped_again(ring, monkeypatch):
    stale = load_ring()
    rotation.add_key()
    rotation.drop_old_keys()
    fresh = load_ring()
    answers = iter([stale, fresh, fresh])
    monkeypatch.setattr(casekeys, "load_ring", lambda: next(answers, fresh))
    case = uuid.uuid4()
    mint_key(case)
    assert CaseKey.objects.get(case=case).ring_id == "2"
    assert len(case_key(case)) == 32


def test_a_case_erased_during_rotation_stays_erased(ring, monkeypatch):
    cases = new_cases(2)
    gone = next(iter(cases))
    rotation.add_key()
    wrap = type(load_ring()).wrap

    def erase_first(self, key, context):
        CaseKey.objects.filter(case=gone).delete()
        return wrap(self, key, context)

    monkeypatch.setattr(type(load_ring()), "wrap", erase_first)
    rotation.rewrap_some()
    assert list(CaseKey.objects.values_list("case", flat=True)) == [case for case in cases if case != gone]


def _other_ring(path: Path):
    write_ring(path, {"current": "1", "keys": {"1": new_key()}, "pepper": new_key()})


def _lacking_ring(path: Path):
    data = read_ring(path)
    write_ring(path, data | {"current": "9", "keys": {"9": new_key()}})


@pytest.mark.parametrize("spoil", [_other_ring, _lacking_ring])
def test_start_up_refuses_a_ring_that_cannot_open_what_is_stored(ring, spoil, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    new_cases(1)
    check_ring()
    spoil(ring)
    with pytest.raises(ImproperlyConfigured, match="this database"):
        check_ring()
    with pytest.raises(ImproperlyConfigured):
        call_command("db_worker", "--batch")
    with pytest.raises(ImproperlyConfigured):
        runpy.run_path(str(site.ROOT / "site/config/wsgi.py"))


def test_start_up_accepts_its_own_ring_and_an_empty_database(ring, monkeypatch):
    check_ring()
    new_cases(1)
    check_ring()
    started = []
    monkeypatch.setattr(db_worker.db_worker.Command, "handle", lambda self, **options: started.append(options["x"]))
    db_worker.Command().handle(x=1)
    assert started == [1]


def test_fingerprint_depends_on_purpose_value_and_pepper(ring):
    ring_now = load_ring()
    assert len({ring_now.fingerprint("a", "x"), ring_now.fingerprint("b", "x"), ring_now.fingerprint("a", "y")}) == 3
    _other_ring(ring)
    assert load_ring().fingerprint("a", "x") != ring_now.fingerprint("a", "x")


def test_unknown_ring_id_cannot_open(ring):
    with pytest.raises(CannotOpen):
        load_ring().unwrap("7", b"x" * 60, "")


def test_checks_pass_here_and_name_what_is_wrong(settings, monkeypatch):
    assert checks.sqlite_begins_immediate(None) == checks.encrypted_models_are_private(None) == []
    monkeypatch.setattr(checks, "_is_private", lambda model: False)
    assert {error.id for error in checks.encrypted_models_are_private(None)} == {"privacy.E002"}
    fake = type("Connection", (), {"vendor": "sqlite", "settings_dict": {"OPTIONS": {}}})()
    monkeypatch.setattr(checks, "connections", {"default": fake})
    assert [error.id for error in checks.sqlite_begins_immediate(None)] == ["privacy.E001"]
