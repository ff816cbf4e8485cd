"""`manage.py apply_erasures`: erase from a restored database what was erased since its backup was made."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from workflows.privacy.actions import apply_erasures, check_ring
from workflows.privacy.ledger import ledger_path, read_ledger


class Command(BaseCommand):
    help = "Erase again every case that a ledger names. Run it on a restored database before it serves."

    def add_arguments(self, parser):
        parser.add_argument("--ledger", type=Path, metavar="FILE", help="the ledger; else the copy at LEDGER_PATH")

    def handle(self, *, ledger, **options):
        check_ring()
        ledger = ledger or ledger_path()
        if ledger is None or not ledger.exists():
            raise CommandError("There is no ledger there. Name one with --ledger, or set LEDGER_PATH.")
        count = apply_erasures(cases=read_ledger(ledger))
        self.stdout.write(f"{count} erased again.")
