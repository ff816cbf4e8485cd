"""`manage.py rotate_keys`: give the ring a new key and wrap every case's key with it, while the site runs."""

from django.core.management.base import BaseCommand

from workflows.privacy.actions import check_ring
from workflows.privacy.rotation import add_key, drop_old_keys, rewrap_some


class Command(BaseCommand):
    help = "Add a key to the ring and wrap every case's key with it. Stopped half-way, nothing is lost: run it again."

    def add_arguments(self, parser):
        parser.add_argument("--drop-old", action="store_true", help="then forget the keys nothing needs any more")

    def handle(self, *, drop_old, **options):
        check_ring()
        self.stdout.write(f"Key {add_key()} is the current one. Back up the ring, apart from the database.")
        total = 0
        while wrapped := rewrap_some():
            total += wrapped
        self.stdout.write(f"Cases whose keys were wrapped anew: {total}.")
        if drop_old:
            self.stdout.write(f"Keys forgotten: {', '.join(drop_old_keys())}. Older backups no longer open.")
