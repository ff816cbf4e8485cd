"""What migrations wrote is there again after a test that emptied every table."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from wagtail.models import Locale, Page, Site

MODELS = (Locale, Page, Permission, Site)


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """Count the rows before the first of these tests, outside any test's own fixtures."""
    with django_db_blocker.unblock():
        return {model: model.objects.count() for model in MODELS}


def test_a_fresh_database_has_what_migrations_wrote(before, transactional_db):
    assert all(before.values())
    Permission.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_rows_are_there_again_after_a_test_with_real_commits(before):
    assert {model: model.objects.count() for model in MODELS} == before


def test_rows_are_there_again_after_a_live_server(before, live_server):
    assert {model: model.objects.count() for model in MODELS} == before
    assert connection.creation.connection.vendor in {"sqlite", "postgresql"}
