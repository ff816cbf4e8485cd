"""`manage.py seed`: fill the site with the demonstration. Twice is as once."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo.record import as_text, read_record
from config.demo.seed import seed
from workflows.people.models import User


class Command(BaseCommand):
    help = "Fill the site with the demonstration: invented people, stories at every step, and the pack."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing once there are people")

    def handle(self, if_empty=False, **options):
        if not settings.DEMO:
            message = "This is not a demonstration: nothing was seeded."
            raise CommandError(message)
        record = read_record() if if_empty and User.objects.exists() else seed()
        if not if_empty:
            self.stdout.write(as_text(record))
