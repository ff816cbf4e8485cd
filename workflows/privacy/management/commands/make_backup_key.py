"""`manage.py make_backup_key`: make the key that backups are sealed with, once."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from workflows.privacy.backups.sealing import new_key


class Command(BaseCommand):
    help = "Write the half of a key that seals backups to BACKUP_SEAL_PATH, and print the half that opens them, once."

    def handle(self, **options):
        path = Path(settings.BACKUP_SEAL_PATH)
        if path.exists():
            raise CommandError(f"There is a seal at {path} already. Backups made with it need its own key.")
        opens, seals = new_key()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{seals}\n")
        self.stdout.write(opens)
        self.stderr.write(
            "The line above opens your backups. It is shown once: keep it on paper or in a safe, and never on this "
            "machine. Without it no backup can be opened."
        )
