"""What tests about backups share: a key of their own, and a second, empty machine."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.db import connection

from workflows.privacy.backups.sealing import new_key


@pytest.fixture
def key(settings, tmp_path):
    """Give this test folders and a key of its own; return the half that opens."""
    opens, seals = new_key()
    (tmp_path / "seal").write_text(f"{seals}\n")
    (tmp_path / "media").mkdir()
    settings.BACKUP_PATH, settings.BACKUP_SEAL_PATH = str(tmp_path / "backups"), str(tmp_path / "seal")
    settings.MEDIA_ROOT, settings.LEDGER_PATH = tmp_path / "media", str(tmp_path / "ledger")
    return opens


def address(name: str = "") -> str:
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{name or found['NAME']}"
    return f"postgres://{found['USER']}:{found['PASSWORD']}@{found['HOST']}:{found['PORT']}/{name or found['NAME']}"


@pytest.fixture
def elsewhere(tmp_path):
    """Return a function that runs a command as if elsewhere: an empty database, no files, ring and ledger put back."""
    name = str(tmp_path / "elsewhere.sqlite3")
    if connection.vendor != "sqlite":
        name = f"elsewhere_{os.getpid()}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    places = {"MEDIA_ROOT": str(tmp_path / "elsewhere"), "KEYRING_PATH": str(django_settings.KEYRING_PATH)}
    names = {"DATABASE_URL": address(name), "LEDGER_PATH": str(tmp_path / "ledger"), "SECRET_KEY": "x" * 60, **places}

    def run(*arguments, **more):
        there = {**os.environ, **names, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
        command = [sys.executable, "manage.py", *arguments]
        how = {"cwd": django_settings.ROOT, "env": there, "capture_output": True, "text": True, **more}
        return subprocess.run(command, check=False, **how)

    yield run
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
