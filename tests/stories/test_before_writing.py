"""What is said before anything is typed: who reads, and when we would have to tell someone. Requirement 43."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_is_said_when_we_would_have_to_tell_and_what_we_cannot_do(client):
    page = client.get("/en/share/what-happens/").text
    for said in (
        "seriously hurt, we may have to tell the police or social work",
        "We’ll try to tell you first.",
        "If you don’t say how to reach you, we can’t send help.",
    ):
        assert said in page
    assert "<textarea" not in page
