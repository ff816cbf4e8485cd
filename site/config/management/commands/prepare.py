"""`manage.py prepare`: make a machine ready to serve. Does only what is missing."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site


class Command(BaseCommand):
    help = "Make the key ring, migrate, and seed the demonstration where that has not been done."

    def handle(self, *args, **options):
        if not Path(settings.KEYRING_PATH).exists():
            call_command("make_keyring", stdout=self.stdout)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database: a quarter of a minute, the first time only.")
            call_command("migrate", verbosity=0)
        self._say_where_we_are()
        if settings.DEMO:
            call_command("seed", if_empty=True)

    @staticmethod
    def _say_where_we_are():
        """Let pages name their full addresses as the settings do: canonical links, feeds, maps."""
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        site = Site.objects.filter(is_default_site=True).first()
        if site and (site.hostname, site.port) != (address.hostname, port):
            site.hostname, site.port = address.hostname, port
            site.save()
