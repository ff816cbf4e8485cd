"""The key ring lies apart from what it locks."""

from pathlib import Path

from workflows.privacy.apart import keys_lie_apart


def test_keys_beside_the_database_or_among_the_files_are_not_apart(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "var" / "db")}
    monkeypatch.setitem(settings.DATABASES, "default", database)
    for folder, apart in (("var", False), ("var/keys", False), ("media", False), ("keys", True)):
        settings.KEYRING_PATH = Path(tmp_path) / folder / "ring.json"
        assert keys_lie_apart() is apart, folder
