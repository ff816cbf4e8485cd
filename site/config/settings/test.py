"""The suite's settings: a database of its own, tasks run by hand, mail kept in memory, a key ring for tests only.

Where several processes share the work, each has its own folder; pytest-django gives each its own database.
"""

import os

os.environ.setdefault("OPEN_LANGUAGES", "en,gd,ar")

from .base import *
from .base import DATABASES, INSTALLED_APPS, VAR

MINE = VAR / "test" / os.environ.get("PYTEST_XDIST_WORKER", "")
SECRET_KEY = "only-for-tests-" + "x" * 50
DEMO = True
SHARE_NEEDS_CHECKS = False  # a test of it turns it on
SECOND_READER_REQUIRED = False  # a test of it turns it on
SILENCED_SYSTEM_CHECKS = ["home.W001", "home.W002"]  # gd and ar are open to prove the frame, right to left included
DEMO_RECORD = MINE / "demo.json"
INSTALLED_APPS = ["config", *INSTALLED_APPS]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
KEYRING_PATH = MINE / "keyring.json"
MAKE_PDFS = False  # tests of them are marked `pdf`
SECOND_STEP_REQUIRED, FRESH_MINUTES = False, 0  # tests of signing in ask for both
LEDGER_PATH = ""  # a test that wants one sets its own
MEDIA_ROOT = MINE / "media"
BACKUP_PATH, BACKUP_SEAL_PATH = str(MINE / "backups"), str(MINE / "backup-seal")
PAGE_GENERATION = str(MINE / "generation")
if DATABASES["default"]["ENGINE"] == "config.sqlite":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test" / "db.sqlite3")}
    # No test cuts the power: nothing need be on the disk before a test goes on.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
else:
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off -c jit=off"}
MINE.mkdir(parents=True, exist_ok=True)
