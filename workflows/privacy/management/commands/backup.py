"""`manage.py backup`: copy the database and every file, encrypted, while the site runs."""

from pathlib import Path
from subprocess import CalledProcessError

from django.core.management.base import BaseCommand, CommandError

from workflows.privacy.backups.making import NoSeal, make_backup


class Command(BaseCommand):
    help = "Write an encrypted backup to BACKUP_PATH and delete those older than 30 days. The key ring is not in it."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="another folder than BACKUP_PATH")

    def handle(self, *, to, **options):
        try:
            path = make_backup(to)
        except NoSeal:
            raise CommandError("There is no key yet: run `manage.py make_backup_key` first.") from None
        except (OSError, CalledProcessError) as error:
            raise CommandError(f"No backup was made ({type(error).__name__}). Is the disk full?") from error
        self.stdout.write(f"{path} ({path.stat().st_size} bytes)")
