"""What /-/ready tells of letters, tasks, the clock and backups: ages in seconds, never whose they are."""

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home.health import health_asked

from .models import Backup, Letter


@receiver(health_asked, dispatch_uid="oldest_letter")
def oldest_letter(**kwargs):
    """How late is the letter that has waited longest past its time?"""
    return {"oldest_letter_s": _late(Letter.objects.due().values_list("next_try_at", flat=True).first())}


@receiver(health_asked, dispatch_uid="oldest_task")
def oldest_task(**kwargs):
    """How long has the oldest task waited?"""
    waiting = DBTaskResult.objects.ready().order_by("enqueued_at")
    return {"oldest_task_s": _late(waiting.values_list("enqueued_at", flat=True).first())}


@receiver(health_asked, dispatch_uid="backup_age")
def backup_age(**kwargs):
    """How old is the newest backup? Where backups must be made and there is none, that is not well."""
    made = Backup.objects.order_by("-made_at").values_list("made_at", flat=True).first()
    age, most = _age(made), settings.OLDEST_BACKUP_S
    return {"backup_age_s": (age, not most or (age is not None and age <= most))}


def _late(since) -> tuple[int, bool]:
    age = _age(since) or 0
    return age, age <= settings.LATEST_WORK_S


def _age(since) -> int | None:
    return since and max(0, int((timezone.now() - since).total_seconds()))
