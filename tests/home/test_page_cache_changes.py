"""What makes kept pages old: every change a page may show, however it is made and by whichever process."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from wagtail.models import Page

from home.models import HelpLine, Topic
from home.pagecache.generation import generation
from home.pagecache.watching import may_show
from home.pagecache.wsgi import PageCache
from stories.actions import take_back
from stories.uses import say_no
from tests.factories import make_person, make_public_story
from tests.home.test_page_cache import get
from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind, Use
from workflows.privacy.models import Letter
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
COMMITS = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pages():
    """Return the whole site with kept pages before it; as with Django's own test client, its requests close nothing."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield PageCache(WSGIHandler())
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def story(pages):
    page = make_public_story()
    assert "200" in status_of(pages, page.url) == status_of(pages, page.url)
    assert pages.store.size
    return page


def status_of(pages, path):
    return get(pages, path, HTTP_HOST="localhost")[0]


@pytest.fixture
def is_renewed(django_capture_on_commit_callbacks):
    """Return a function that tells whether a change, once it is committed, begins a new generation."""

    def is_renewed(change) -> bool:
        before = generation().read()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return generation().read() != before

    return is_renewed


@COMMITS
def test_a_story_taken_back_is_gone_at_once(pages, story):
    take_back(case=story.case)
    assert status_of(pages, story.url).startswith("410")
    assert story.headline.encode() not in get(pages, "/en/stories/", HTTP_HOST="localhost")[2]


@COMMITS
def test_a_worry_stops_a_kept_page_and_its_end_brings_it_back(pages, story):
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    assert status_of(pages, story.url).startswith("410")
    unfreeze(case=story.case, person=make_person(Role.SAFEGUARDING), outcome="All is well.")
    assert status_of(pages, story.url).startswith("200")


@COMMITS
def test_a_no_to_publishing_stops_a_kept_page(pages, story):
    say_no(case=story.case, use=Use.PUBLISH)
    assert status_of(pages, story.url).startswith("410")


@COMMITS
def test_a_change_by_another_process_counts_as_well(pages, story):
    """It goes round every signal and every method of ours."""
    code = "from stories.models import StoryPage; StoryPage.objects.all().update(live=False)"
    there = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": _address()}
    subprocess.run([sys.executable, "manage.py", "shell", "-c", code], cwd=settings.ROOT, env=there, check=True)
    assert not status_of(pages, story.url).startswith("200")


def _address():
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    return f"postgres://{found['USER']}:{found['PASSWORD']}@{found['HOST']}:{found['PORT']}/{found['NAME']}"


CHANGES = {
    "a row saved": lambda: HelpLine.objects.first().save(),
    "rows updated": lambda: Page.objects.filter(depth=1).update(title="Root"),
    "no row updated": lambda: Page.objects.filter(depth=99).update(title="None"),
    "rows made at once": lambda: Topic.objects.bulk_create([Topic(name="Sleep", slug="sleep")]),
    "rows deleted": lambda: HelpLine.objects.all().delete(),
    "raw words": lambda: connection.cursor().execute("UPDATE home_helpline SET phone = phone"),
    "many at once": lambda: connection.cursor().executemany('UPDATE "home_helpline" SET phone = %s', [["1"], ["2"]]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_way_to_change_what_shows_is_seen(is_renewed, change):
    assert is_renewed(change)


def test_reading_and_what_no_page_shows_change_nothing(is_renewed):
    assert not is_renewed(lambda: list(Page.objects.all()))
    assert not is_renewed(lambda: Letter.objects.filter(kind=LetterKind.STORY_SENT).update(failure="x"))
    assert not is_renewed(lambda: Letter.objects.filter(kind=LetterKind.STORY_SENT).delete())


def test_readers_and_the_clock_make_nothing_old(is_renewed, client, story):
    addresses = ["/en/", "/en/stories/", story.url, "/en/packs/", "/en/help/", "/en/search/?q=story", "/en/share/"]
    call_command("tick")
    assert not is_renewed(lambda: [client.get(address) for address in addresses])
    assert not is_renewed(lambda: call_command("tick"))


@COMMITS
def test_a_change_counts_once_it_is_committed_and_not_before():
    before = generation().read()
    with transaction.atomic():
        HelpLine.objects.update(phone="1")
        with transaction.atomic():
            HelpLine.objects.update(phone="2")
        assert generation().read() == before
    after = generation().read()
    assert after != before
    assert int(after.partition("-")[2]) == int(before.partition("-")[2]) + 1


@COMMITS
def test_a_change_that_is_undone_is_none():
    before = generation().read()
    with transaction.atomic():
        HelpLine.objects.update(phone="1")
        transaction.set_rollback(True)
    assert generation().read() == before
    with transaction.atomic():
        with transaction.atomic():
            HelpLine.objects.update(phone="1")
            transaction.set_rollback(True)
        HelpLine.objects.update(phone="2")  # what came after the undone part still counts
    assert generation().read() != before


@pytest.mark.parametrize(
    ("statement", "shows"),
    [
        ('SELECT "privacy_letter"."id" FROM "privacy_letter"', False),
        ("SAVEPOINT s1", False),
        ('INSERT INTO "privacy_letter" ("id") VALUES (1)', False),
        ('DELETE FROM "django_session" WHERE 1=1', False),
        ('UPDATE "wagtailcore_page" SET "live" = 0', True),
        ("update wagtailcore_page set live = 0", True),
        ('WITH gone AS (DELETE FROM "wagtailcore_page") SELECT 1', True),
        ("TRUNCATE wagtailcore_page", True),
        ("something new", True),
    ],
)
def test_what_is_not_known_counts_as_a_change(statement, shows):
    assert may_show(statement) is shows
