"""`manage.py prepare`: make a machine ready to serve. Does only what is missing."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = "Make the key ring, migrate, and seed the demonstration where that has not been done."

    def handle(self, *args, **options):
        if not Path(settings.KEYRING_PATH).exists():
            call_command("make_keyring", stdout=self.stdout)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database: a quarter of a minute, the first time only.")
            call_command("migrate", verbosity=0)
        if settings.DEMO:
            call_command("seed", if_empty=True)
