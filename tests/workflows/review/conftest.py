"""What tests of the review may lean on."""

import pytest
from django.core.cache import cache


@pytest.fixture
def fresh_frame():
    """Forget what the site keeps of help lines and notes, before a test that changes them and after it."""
    cache.clear()
    yield
    cache.clear()
