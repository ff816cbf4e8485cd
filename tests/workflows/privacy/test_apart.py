"""The key ring lies apart from what it locks."""

from pathlib import Path

import pytest
from django.db import connection

from config.sqlite.base import DatabaseWrapper
from workflows.privacy import apart
from workflows.privacy.apart import keys_lie_apart


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A database in a file, by the engine this site uses for one."""
    held = DatabaseWrapper(connection.settings_dict | {"NAME": str(tmp_path / "var" / "db")})
    monkeypatch.setattr(apart, "connection", held)
    return held


def test_keys_beside_the_database_or_among_the_files_are_not_apart(settings, tmp_path, database):
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder, lie_apart in (("var", False), ("var/keys", False), ("media", False), ("keys", True)):
        settings.KEYRING_PATH = Path(tmp_path) / folder / "ring.json"
        assert keys_lie_apart() is lie_apart, folder


def test_a_database_server_holds_no_folder_of_ours(settings, tmp_path, database, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.KEYRING_PATH = tmp_path / "var" / "ring.json"
    monkeypatch.setattr(database, "vendor", "postgresql")
    assert keys_lie_apart()
