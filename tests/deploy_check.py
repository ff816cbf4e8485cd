"""`check --deploy` under the production settings, with throw-away values: not one warning."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

VALUES = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "ALLOWED_HOSTS": "goldenthread.example",
    "BASE_URL": "https://goldenthread.example",
    "DATABASE_URL": "sqlite:///:memory:",
    "EMAIL_URL": "smtp://localhost:25",
}


def main() -> int:
    """Return the check's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        values = VALUES | {"SECRET_KEY": secrets.token_urlsafe(50), "KEYRING_PATH": str(Path(folder) / "keyring.json")}
        for command in (["make_keyring"], ["check", "--deploy", "--fail-level", "WARNING"]):
            done = subprocess.run([sys.executable, "manage.py", *command], env=os.environ | values, check=False)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
