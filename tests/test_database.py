"""What migrations wrote is there again after a test that emptied every table."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from wagtail.models import Locale, Page, Site

MODELS = (Locale, Page, Permission, Site)
before = {}


@pytest.fixture
def counted(django_db_setup, django_db_blocker):
    """Count the rows around a test, outside its own fixtures."""
    with django_db_blocker.unblock():
        before.update({model: model.objects.count() for model in MODELS})


def test_a_fresh_database_has_what_migrations_wrote(counted, transactional_db):
    assert all(before.values())


@pytest.mark.django_db(transaction=True)
def test_rows_are_there_again_after_a_test_with_real_commits():
    assert {model: model.objects.count() for model in MODELS} == before
    Permission.objects.all().delete()


def test_rows_are_there_again_after_a_live_server(live_server):
    assert {model: model.objects.count() for model in MODELS} == before
    assert connection.creation.connection.vendor in {"sqlite", "postgresql"}
