"""`manage.py export_ledger`: print the ledger of erasures, a line each, to be kept apart from the backups."""

from django.core.management.base import BaseCommand

from workflows.privacy.ledger import ledger_line
from workflows.privacy.models import Erasure


class Command(BaseCommand):
    help = "Print which cases were erased and when: keys and times, nothing else."

    def handle(self, **options):
        for case, at in Erasure.objects.order_by("at").values_list("case", "at"):
            self.stdout.write(ledger_line(case, at), ending="")
