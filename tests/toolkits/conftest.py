"""A pack with one session, complete and live, and the people who may or may not touch it."""

import pytest
from django.contrib.auth.models import Group

from toolkits.models import PackPage, PacksIndexPage, PartPage, SessionPage
from workflows.people.enums import Role
from workflows.people.models import User

ACTIVITY = {"title": "A step", "minutes": 25, "teacher": "Say it.\n\nAsk it.", "board": "See\nthis"}
ACTIVITIES = [("talk", ACTIVITY | {"short_minutes": 25}), ("cards", ACTIVITY | {"cards": ["One card", "Another"]})]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Keep files of a test apart."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def pack(db):
    index = PacksIndexPage.objects.get()
    made = PackPage(
        title="A pack", slug="a-pack", summary="In short.", audience="Teachers", ages="13", minutes="50",
        needs="Paper", before_start="Read.", guide=[("section", {"heading": "First", "text": "Breathe."})],
        how_made="By hand.", licence="Share it.",
    )  # fmt: skip
    return index.add_child(instance=made)


@pytest.fixture
def part(pack):
    return pack.add_child(instance=PartPage(title="S3", slug="s3", ages="13", introduction="Begin here."))


def a_session(number=1, **fields):
    """Return a session that may go live, unsaved."""
    texts = {
        name: f"About {name}."
        for name in (
            *("summary", "read_first", "short_route", "cover_note", "aims", "no_screen", "to_print", "to_prepare"),
            *("ground_rules", "distancing", "opt_out", "closing", "disclosure", "letter", "teacher_support"),
        )
    }
    rest = {
        "title": f"Session {number}", "slug": f"session-{number}", "number": number, "level": "fourth",
        "stage": "S3", "codes": "HWB 4-05a", "activities": ACTIVITIES,
    }  # fmt: skip
    return SessionPage(**{**texts, **rest, **fields})


@pytest.fixture
def session(part):
    return part.add_child(instance=a_session())


@pytest.fixture
def person_in(db):
    """Return a maker of somebody in a role."""

    def make(role: Role) -> User:
        person = User.objects.create_user(f"{role.name.lower()}@example.org")
        person.groups.add(Group.objects.get(name=role))
        return person

    return make


@pytest.fixture
def editor(person_in):
    return person_in(Role.EDITOR)


@pytest.fixture
def admin_user(db):
    """Return a superuser."""
    return User.objects.create_superuser("root@example.org")
