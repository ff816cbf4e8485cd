"""`manage.py restore FILE`: make a site of a backup, or try whether that works."""

import getpass
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from workflows.privacy.backups.archive import Damaged
from workflows.privacy.backups.restoring import NotEmpty, restore, try_backup
from workflows.privacy.backups.sealing import CannotOpenBackup
from workflows.privacy.ledger import ledger_path


class Command(BaseCommand):
    help = "Restore a backup into an empty database and media folder. Put the key ring and the ledger back first."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path, metavar="FILE")
        parser.add_argument("--try", action="store_true", dest="only_try", help="only see whether it would work")
        parser.add_argument("--key", type=Path, metavar="FILE", help="the key that opens it; else it is asked for")

    def handle(self, *, backup, only_try, key, **options):
        opens = key.read_text() if key else _asked()
        try:
            if only_try:
                contents = try_backup(backup=backup, key=opens)
                rows, files = sum(contents.rows.values()), len(contents.files)
                self.stdout.write(f"It works: {rows} rows and {files} files of {contents.made_at}.")
                return
            count = restore(backup=backup, key=opens)
        except CannotOpenBackup:
            raise CommandError("This key does not open this file, or the file is damaged.") from None
        except Damaged as error:
            raise CommandError(f"The backup is damaged: {error}.") from error
        except NotEmpty as error:
            raise CommandError(f"Nothing was changed: {error}. Restore into an empty place.") from None
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored; {count} erased again.")
        if not (ledger_path() and ledger_path().exists()):
            self.stderr.write("There was no ledger: put it back and run `manage.py apply_erasures` before it serves.")


def _asked() -> str:
    return getpass.getpass("The key that opens it: ") if sys.stdin.isatty() else sys.stdin.readline()
