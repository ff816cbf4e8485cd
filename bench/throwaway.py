"""A database that is made for one measurement and thrown away after it, and Django set up on it."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def throwaway(*, own: bool = False, **values: str) -> Iterator[Path]:
    """Set Django up on a fresh SQLite file. Yields the folder of everything it writes, which is then thrown away.

    Where `own` is set, an empty database that DATABASE_URL names is used instead. Other values go to the environment.
    """
    with tempfile.TemporaryDirectory() as folder:
        named = os.environ.get("DATABASE_URL") if own else ""
        os.environ |= {
            "DATABASE_URL": named or f"sqlite:///{folder}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "EMAIL_URL": "dummymail://",
            "KEYRING_PATH": f"{folder}/keyring.json",
            "LEDGER_PATH": f"{folder}/erasures",
            "MEDIA_ROOT": f"{folder}/media",
            "SECRET_KEY": secrets.token_urlsafe(48),
            **values,
        }
        for command in (["make_keyring"], ["migrate", "--verbosity", "0"]):
            subprocess.run([sys.executable, str(ROOT / "manage.py"), *command], check=True, stdout=subprocess.DEVNULL)
        start_django()
        yield Path(folder)


def start_django() -> None:
    """Set Django up in this process, without its own record of every query, which no site keeps."""
    sys.path.insert(0, str(ROOT / "site"))
    import django  # noqa: PLC0415  (needs the path above)

    django.setup()
    from django.conf import settings  # noqa: PLC0415

    settings.DEBUG = False
