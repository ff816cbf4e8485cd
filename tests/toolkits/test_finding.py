"""Search and the sitemap know packs and lessons that schools may see, in few questions of the database."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from .conftest import a_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(pack, session):
    cache.clear()
    session.title = "Zebra crossing"
    session.save()
    call_command("update_index", verbosity=0)
    return session


def ask(client, question):
    return client.get("/en/search/", {"q": question}).content.decode()


def test_a_lesson_and_its_pack_are_found(client, indexed, pack):
    assert f'href="{indexed.url}"' in ask(client, "zebra")
    assert f'href="{pack.url}"' in ask(client, "pack")


def test_what_schools_may_not_see_is_not_found(client, indexed, pack):
    type(indexed).objects.update(closing=" ")
    assert f'href="{indexed.url}"' not in ask(client, "zebra")
    type(pack).objects.update(live=False)
    assert f'href="{pack.url}"' not in ask(client, "pack")


def test_a_question_costs_the_same_for_one_and_three_lessons(client, indexed, part):
    ask(client, "summary")
    with CaptureQueriesContext(connection) as one:
        assert ask(client, "summary").count("Lesson ·") == 1
    part.add_child(instance=a_session(2))
    part.add_child(instance=a_session(3))
    call_command("update_index", verbosity=0)
    with CaptureQueriesContext(connection) as three:
        assert ask(client, "summary").count("Lesson ·") == 3
    assert len(one) == len(three) <= 8


def test_the_map_names_what_schools_may_see(client, indexed, pack, part):
    bare = part.add_child(instance=a_session(2, live=False))
    page = client.get("/sitemap.xml").content.decode()
    assert all(f"{one.url}<" in page for one in (pack, part, indexed))
    assert f"{bare.url}<" not in page


def test_lessons_of_a_closed_section_are_not_found(client, indexed, pack):
    PageViewRestriction.objects.create(page=pack, restriction_type=PageViewRestriction.LOGIN)
    assert f'href="{indexed.url}"' not in ask(client, "zebra")
    assert f'href="{pack.url}"' not in ask(client, "pack")
