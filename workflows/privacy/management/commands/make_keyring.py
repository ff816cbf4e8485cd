"""`manage.py make_keyring`: write a new key ring, once."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from workflows.privacy.keyring import new_key, write_ring


class Command(BaseCommand):
    help = "Write a key ring with one random key and a pepper to KEYRING_PATH. Never touches one that is there."

    def handle(self, **options):
        path = Path(settings.KEYRING_PATH)
        if path.exists():
            self.stdout.write(f"There is a key ring at {path} already; it was left as it is.")
            return
        write_ring(path, {"current": "1", "keys": {"1": new_key()}, "pepper": new_key()})
        self.stdout.write(f"A new key ring lies at {path}. Back it up apart from the database.")
