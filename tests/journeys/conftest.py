"""What the journeys of an author stand on."""

import pytest

from stories.forms import traps

from .hands import phones


@pytest.fixture
def someone(transactional_db, new_context, live_server, monkeypatch):
    """Return a function that gives somebody a phone of their own, on which a form may be sent at once."""
    monkeypatch.setattr(traps, "LEAST_SECONDS", 0)
    return phones(new_context, live_server)
