"""/-/live and /-/ready: whether the process answers, whether the site can do its work, and nobody's data in either."""

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home import health
from home.pagecache.wsgi import PageCache
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Backup, Letter

from .factories import make_person

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
WELL = {
    "ready": True,
    "unwell": [],
    "database": "answers",
    "disk_free_mb": 5000,
    "oldest_letter_s": 0,
    "oldest_task_s": 0,
    "backup_age_s": None,
}


@pytest.fixture(autouse=True)
def room_on_the_disk(monkeypatch):
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: SimpleNamespace(free=5_000_000_000))


def asked() -> tuple[int, dict]:
    answer = Client().get("/-/ready")
    return answer.status_code, answer.json()


def test_a_site_that_is_well_says_so():
    assert asked() == (200, WELL)


def test_being_alive_asks_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Client().get("/-/live")
    assert (answer.status_code, answer.content) == (200, b"live\n")


@pytest.mark.parametrize("path", ["/-/live", "/-/ready"])
def test_what_probes_hear_is_never_kept_and_sets_no_cookie(path):
    answer = Client().get(path)
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert Client().post(path).status_code == 405


def test_a_kept_page_never_stands_for_a_probes_answer(rf):
    calls = []

    def site(environ, start_response):
        calls.append(1)
        start_response("200 OK", [("Content-Type", "text/html"), ("Cache-Control", "no-store")])
        return [b"live"]

    cached = PageCache(site)
    for _time in range(2):
        list(cached(rf.get("/-/live").environ, lambda *words: None))
    assert len(calls) == 2


def test_a_full_disk_makes_the_site_not_ready(monkeypatch):
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: SimpleNamespace(free=1_000_000))
    assert asked() == (503, WELL | {"ready": False, "unwell": ["disk_free_mb"], "disk_free_mb": 1})


def test_a_database_that_does_not_answer_makes_the_site_not_ready_and_quotes_nothing(monkeypatch):
    def away():
        raise OSError("could not reach db.internal as somebody")

    monkeypatch.setattr(health, "database", away)
    status, said = asked()
    assert (status, said["ready"], said["database"], said["unwell"]) == (503, False, None, ["database"])
    assert "somebody" not in str(said)


def test_a_late_letter_is_not_well_but_the_site_serves():
    late = timezone.now() - HOUR
    Letter.objects.create(kind=LetterKind.values[0], language="en", person=make_person(), next_try_at=late)
    status, said = asked()
    assert (status, said["ready"], said["unwell"]) == (200, True, ["oldest_letter_s"])
    assert 3600 <= said["oldest_letter_s"] < 3700
    assert "@" not in str(said)


def test_a_task_that_nobody_takes_up_is_not_well():
    task = DBTaskResult.objects.create(
        task_path="a.task", args_kwargs={"args": [], "kwargs": {}}, backend_name="default"
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - HOUR)
    assert asked()[1]["unwell"] == ["oldest_task_s"]


@pytest.mark.parametrize(("age", "unwell"), [(None, ["backup_age_s"]), (2 * HOUR, ["backup_age_s"]), (HOUR / 2, [])])
def test_an_old_backup_is_not_well_where_backups_are_expected(settings, age, unwell):
    settings.OLDEST_BACKUP_S = 3600
    if age:
        Backup.objects.create(name="a.age", made_at=timezone.now() - age, size=1)
    assert asked()[1]["unwell"] == unwell


def test_a_part_that_cannot_be_asked_is_not_well(monkeypatch):
    def broken(**kwargs):
        raise ValueError("words of somebody")

    health.health_asked.connect(broken)
    try:
        status, said = asked()
    finally:
        health.health_asked.disconnect(broken)
    assert (status, said["unwell"], said["broken"]) == (200, ["broken"], None)
    assert "words" not in str(said)
