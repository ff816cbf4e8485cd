"""What privacy itself holds of a case, and what Django's sessions and tasks may hold."""

import json
from uuid import UUID

from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from .models import Letter
from .registry import register, wordless


def forget_letters(case: UUID) -> None:
    """Delete every letter of the case, sent or waiting."""
    Letter.objects.filter(case=case).delete()


def end_sessions(case: UUID) -> None:
    """End every session that names the case. What a session holds is signed, so each has to be opened."""
    for session in Session.objects.iterator():
        if str(case) in json.dumps(session.get_decoded(), default=str):
            session.delete()


def empty_tracebacks(case: UUID) -> None:
    """Empty what failed tasks left behind, of every case: a traceback may quote words and names no case."""
    DBTaskResult.objects.exclude(traceback="").update(traceback="")


register("privacy.Letter", "*", forget_letters)
register("sessions.Session", "*", end_sessions)
register("django_tasks_database.DBTaskResult", "traceback", empty_tracebacks)

wordless("the key itself; it is destroyed last", "privacy.CaseKey")
wordless("what everyone is asked, in our words", "privacy.ConsentWording")
wordless("kept without the story: the case's key, times, and which of our actions it was", "privacy.AccessLog.what")
wordless("what the charity answers for", "privacy.DataProtection", "privacy.DataKind")
wordless("the name of a job of ours", "privacy.Turn.name")
wordless("the day in a file's name", "privacy.Backup.name")
_PLAIN_TASK_COLUMNS = "args_kwargs task_path worker_ids queue_name backend_name return_value exception_class_path"
wordless(
    "tasks take primary keys and return nothing",
    *[f"django_tasks_database.DBTaskResult.{column}" for column in _PLAIN_TASK_COLUMNS.split()],
)
wordless("accounts of people who work here; authors have none", "account.*", "auth.*")
wordless("names of models", "contenttypes.*")
