"""A teacher finds a session by what the address says, with no script. Requirement 28."""

import pytest

from toolkits.models import Resource

from .conftest import a_document, a_session


@pytest.fixture
def two(session, part):
    """Two sessions that differ in all one can choose by."""
    other = {
        "level": "third", "stage": "S1", "codes": "HWB 3-05a, HWB 3-01a", "setting": "space", "no_screen": "",
        "minutes_to_prepare": 5, "minutes_to_run": 25,
    }  # fmt: skip
    other["activities"] = [("talk", {"title": "All", "minutes": 25, "short_minutes": 25, "teacher": "Go."})]
    made = part.add_child(instance=a_session(2, **other))
    Resource.objects.create(session=made, document=a_document("pl.docx"), kind="pupil", language="pl")
    return session, made


def found(client, pack, query) -> list[str]:
    page = client.get(f"{pack.url}?{query}").content.decode()
    return [title for title in ("Session 1", "Session 2") if f". {title}</b>" in page]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Session 1", "Session 2"]),
        ("level=third", ["Session 2"]),
        ("stage=S3", ["Session 1"]),
        ("code=HWB 3-01a", ["Session 2"]),
        ("minutes=25", ["Session 2"]),
        ("minutes=50", ["Session 1", "Session 2"]),
        ("prepare=5", ["Session 2"]),
        ("setting=classroom", ["Session 1"]),
        ("language=pl", ["Session 2"]),
        ("language=en", ["Session 1", "Session 2"]),
        ("screen=no", ["Session 1"]),
        ("screen=no&level=third", []),
        ("level=nonsense&minutes=x&other=1", ["Session 1", "Session 2"]),
    ],
)
def test_the_address_chooses(client, pack, two, query, titles):
    assert found(client, pack, query) == titles


def test_what_was_chosen_stays_chosen_and_its_number_is_said(client, pack, two):
    page = client.get(f"{pack.url}?level=third").content.decode()
    assert '<option value="third" selected>' in page
    assert "1 session fits." in page
    none = client.get(f"{pack.url}?level=third&screen=no").content.decode()
    assert "0 sessions fit." in none
    assert none.count("Show all sessions") == 2


def test_nothing_is_asked_where_there_is_nothing_to_choose(client, pack, session):
    assert "choosing" not in client.get(pack.url).content.decode()
