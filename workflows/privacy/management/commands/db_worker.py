"""`manage.py db_worker`: django-tasks' own worker, which starts only with a key ring that opens what is stored."""

from django_tasks_db.management.commands import db_worker

from workflows.privacy.actions import check_before_serving


class Command(db_worker.Command):
    def handle(self, **options):
        check_before_serving()
        super().handle(**options)
