"""What every test may lean on."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import settings as properties

from workflows.privacy.keyring import new_key, write_ring

from .browser import axe, browser_type_launch_args, phone, presses_settle
from .database import django_db_setup, one_connection, pytest_collection_modifyitems, pytest_runtest_teardown

__all__ = [
    "axe",
    "browser_type_launch_args",
    "django_db_setup",
    "one_connection",
    "phone",
    "presses_settle",
    "pytest_collection_modifyitems",
    "pytest_runtest_teardown",
]

properties.register_profile("house", deadline=None)  # a slow machine is no mistake
properties.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
properties.load_profile("ci" if os.environ.get("CI") else "house")


@pytest.fixture(scope="session", autouse=True)
def key_ring():
    """Give the run a key ring of its own."""
    path = Path(settings.KEYRING_PATH)
    if not path.exists():
        write_ring(path, {"current": "1", "keys": {"1": new_key()}, "pepper": new_key()})
    return path


@pytest.fixture(autouse=True)
def nothing_kept():
    """Forget what the test before kept: its changes were rolled back, so they began no new generation."""
    cache.clear()
