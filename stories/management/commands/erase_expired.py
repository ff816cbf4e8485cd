"""`manage.py erase_expired`: erase what has been kept as long as it may be; `--dry-run` only says how many."""

from django.core.management.base import BaseCommand

from stories.endings import erase_expired


class Command(BaseCommand):
    help = "Erase what has been kept as long as it may be. `tick` does the same each minute."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *, dry_run, **options):
        for state, count in erase_expired(dry_run=dry_run).items():
            self.stdout.write(f"{count} {state.label}")
